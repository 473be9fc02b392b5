public import Evaluation

/// A comparison as one JSON object.
public enum PairedComparisonJSON {
  /// The whole comparison of two ways with names.
  public static func value(
    _ comparison: PairedComparison, first: String, second: String
  ) -> JSONText {
    .object([
      ("procedure", .string(comparison.procedure)), ("first", .string(first)),
      ("second", .string(second)), ("axes", .array(comparison.axes.map(value))),
    ])
  }

  private static func value(_ axis: PairedComparison.Axis) -> JSONText {
    .object([
      ("axis", .string(axis.axis)), ("talks", .integer(axis.talkCount)),
      (
        "figures",
        .array(
          axis.figures.map { figure in
            .object([
              ("name", .string(figure.name)), ("first", .number(figure.first)),
              ("second", .number(figure.second)),
              ("difference", .number(figure.difference.value)),
              ("low", .number(figure.difference.low)), ("high", .number(figure.difference.high)),
            ])
          })
      ),
      (
        "mcnemar",
        .object([
          ("onlyFirstRight", .integer(axis.test.onlyFirst)),
          ("onlySecondRight", .integer(axis.test.onlySecond)), ("p", .number(axis.test.p)),
        ])
      ),
    ])
  }
}
