internal import Classification
public import Evaluation

/// An evaluation as one JSON object.
public enum EvaluationJSON {
  /// The whole report.
  public static func value(_ report: EvaluationReport) -> JSONText {
    .object([
      ("procedure", .string(report.procedure)),
      ("axes", .array(report.axes.map(value))),
      ("quadrant", report.cells.map(value)),
      ("cautions", .array(report.cautions.map { .string($0) })),
    ])
  }

  private static func value(_ axis: AxisReport) -> JSONText {
    .object([
      ("axis", .string(axis.axis)),
      ("poles", .array(axis.poles.map { .string($0) })),
      ("support", .array(axis.support.map { .integer($0) })),
      ("accuracy", value(axis.accuracy)),
      ("macroF1", value(axis.macroF1)),
      ("f1", .array(axis.f1.map { $0.map { .number($0) } ?? .null })),
      ("rocAUC", axis.rocAUC.map(value)),
      ("logLoss", axis.logLoss.map(value)),
      ("confusion", .array(axis.confusion.map { .array($0.map { .number($0) }) })),
      ("calibration", axis.calibration.map(value)),
      (
        "majority",
        .object([
          ("pole", .string(axis.majority.pole)),
          ("accuracy", .number(axis.majority.accuracy)),
          ("macroF1", .number(axis.majority.macroF1)),
          ("logLoss", axis.majority.logLoss.map { .number($0) }),
        ])
      ),
      (
        "permutation",
        axis.permutation.map { permutation in
          .object([
            ("count", .integer(permutation.count)),
            ("accuracy", .number(permutation.accuracy)),
            ("macroF1", .number(permutation.macroF1)),
            ("accuracyP", .number(permutation.accuracyP)),
            ("macroF1P", .number(permutation.macroF1P)),
          ])
        }
      ),
    ])
  }

  private static func value(_ calibration: Calibration) -> JSONText {
    .object([
      ("expectedError", .number(calibration.expectedError)),
      (
        "bins",
        .array(
          calibration.bins.map {
            .object([
              ("from", .number($0.from)), ("count", .integer($0.count)),
              ("probability", .number($0.probability)), ("accuracy", .number($0.accuracy)),
            ])
          })
      ),
      (
        "coverages",
        .array(
          calibration.coverages.map {
            .object([
              ("threshold", .number($0.threshold)), ("coverage", .number($0.coverage)),
              ("accuracy", $0.accuracy.map { .number($0) } ?? .null),
            ])
          })
      ),
      (
        "errorRates",
        .array(
          Calibration.errorRates.map { rate in
            let threshold = calibration.riskCoverage.threshold(forErrorRate: rate)
            return .object([
              ("errorRate", .number(rate)),
              ("threshold", threshold.map { .number($0) } ?? .null),
              (
                "coverage",
                .number(threshold.map { calibration.riskCoverage.coverage(at: $0) } ?? 0)
              ),
            ])
          })
      ),
    ])
  }

  private static func value(_ estimate: Estimate) -> JSONText {
    .object([
      ("value", .number(estimate.value)), ("low", .number(estimate.low)),
      ("high", .number(estimate.high)),
    ])
  }
}
