internal import Classification
public import Evaluation

/// An evaluation as text for a terminal of 80 columns.
public struct EvaluationText {
  private let style: TextStyle

  /// Columns the names of predicted poles may take together.
  private static let maximumNamesWidth = 44

  /// Creates a writer.
  public init(style: TextStyle = .plain) { self.style = style }

  /// The whole report.
  public func rendered(_ report: EvaluationReport) -> String {
    let parts = (report.axes + (report.cells.map { [$0] } ?? [])).map(rendered)
    let cautions = report.cautions.map { "caution: \($0)\n" }.joined()
    return report.procedure + "\n\n" + parts.joined(separator: "\n")
      + (cautions.isEmpty ? "" : "\n")
      + cautions
  }

  private func rendered(_ axis: AxisReport) -> String {
    let permutation = axis.permutation
    var table = TextTable(
      [
        .init(axis.axis), .init("value", .right), .init("95 % interval", .right),
        .init("majority", .right),
      ] + (permutation == nil ? [] : [.init("shuffled", .right), .init("p", .right)]))
    func add(_ name: String, _ estimate: Estimate, _ baselines: Double?...) {
      let interval = "\(Decimals.fixed(estimate.low, 3))–\(Decimals.fixed(estimate.high, 3))"
      let shown = permutation == nil ? baselines.prefix(1) : baselines[...]
      table.add(
        [name, Decimals.fixed(estimate.value, 3), interval]
          + shown.map { $0.map { Decimals.fixed($0, 3) } ?? "" })
    }
    add(
      "accuracy", axis.accuracy, axis.majority.accuracy, permutation?.accuracy,
      permutation?.accuracyP)
    add(
      "macro-F1", axis.macroF1, axis.majority.macroF1, permutation?.macroF1,
      permutation?.macroF1P)
    if let area = axis.rocAUC { add("ROC-AUC", area, 0.5, nil, nil) }
    if let loss = axis.logLoss { add("log loss", loss, axis.majority.logLoss, nil, nil) }
    return table.rendered(style) + "\n" + confusion(axis)
      + (axis.calibration.map { "\n" + calibration($0) } ?? "")
  }

  private func confusion(_ axis: AxisReport) -> String {
    let hasFractions = axis.confusion.joined().contains { abs($0 - $0.rounded()) > 1e-9 }
    // Where names do not fit side by side, numbers stand for them.
    let isNumbered =
      axis.poles.reduce(0) { $0 + DisplayWidth.of($1) + 2 } > Self.maximumNamesWidth
    let names = isNumbered ? axis.poles.indices.map { "\($0 + 1)" } : axis.poles
    var table = TextTable(
      [.init("true ↓  predicted →", maximumWidth: 30)] + names.map { .init($0, .right) }
        + [.init("F1", .right)])
    for (index, pole) in axis.poles.enumerated() {
      table.add(
        [isNumbered ? "\(index + 1) \(pole)" : pole]
          + axis.confusion[index].map { Decimals.fixed($0, hasFractions ? 1 : 0) }
          + [axis.f1[index].map { Decimals.fixed($0, 3) } ?? "–"])
    }
    return table.rendered(style)
  }

  /// Reliability beside what leaving doubtful talks undecided is worth.
  private func calibration(_ calibration: Calibration) -> String {
    var reliability = TextTable([
      .init("said", .right), .init("talks", .right), .init("mean", .right),
      .init("right", .right),
    ])
    for bin in calibration.bins {
      reliability.add([
        "≥ \(Decimals.fixed(bin.from, 1))", Decimals.grouped(bin.count),
        Decimals.fixed(bin.probability, 2), Decimals.fixed(bin.accuracy, 2),
      ])
    }
    let coverage = calibration.coverages.map { entry in
      "≥ \(Decimals.fixed(entry.threshold, 2)): "
        + "\(Decimals.fixed(100 * entry.coverage, 0)) % of talks, "
        + (entry.accuracy.map { "\(Decimals.fixed($0, 3)) right" } ?? "none")
    }
    return reliability.rendered(style)
      + "expected calibration error \(Decimals.fixed(calibration.expectedError, 3))\n"
      + "undecided below a probability leaves\n"
      + coverage.map { "  \($0)\n" }.joined() + errorRates(calibration.riskCoverage)
  }

  /// What keeping errors rare costs.
  private func errorRates(_ curve: RiskCoverage) -> String {
    "keeping errors among the decided talks below\n"
      + Calibration.errorRates.map { rate in
        let wanted = "  \(Decimals.fixed(100 * rate, 0)) %: "
        guard let threshold = curve.threshold(forErrorRate: rate) else {
          return wanted + "no probability is enough; "
            + "\(Decimals.fixed(100 * curve.leastErrorRate, 1)) % is the least\n"
        }
        return wanted + "decide at ≥ \(Decimals.fixed(threshold, 2)), "
          + "\(Decimals.fixed(100 * curve.coverage(at: threshold), 0)) % of talks\n"
      }.joined()
  }
}
