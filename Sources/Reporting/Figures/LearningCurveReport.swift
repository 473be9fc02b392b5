public import Evaluation

/// A learning curve as text and as JSON.
public enum LearningCurveReport {
  /// A row a size.
  public static func text(_ points: [LearningCurve.Point], style: TextStyle = .plain) -> String {
    var table = TextTable([
      .init("axis"), .init("labels", .right), .init("accuracy", .right), .init("of draws", .right),
      .init("macro-F1", .right), .init("of draws", .right),
    ])
    for point in points {
      table.add([
        point.axis, Decimals.grouped(point.talkCount), Decimals.fixed(point.accuracy.value, 3),
        interval(point.accuracy), Decimals.fixed(point.macroF1.value, 3), interval(point.macroF1),
      ])
    }
    return table.rendered(style)
  }

  private static func interval(_ estimate: Estimate) -> String {
    "\(Decimals.fixed(estimate.low, 3))–\(Decimals.fixed(estimate.high, 3))"
  }

  /// An array with an object a size.
  public static func json(_ points: [LearningCurve.Point]) -> JSONText {
    .array(
      points.map { point in
        .object([
          ("axis", .string(point.axis)), ("labels", .integer(point.talkCount)),
          ("accuracy", .number(point.accuracy.value)), ("macroF1", .number(point.macroF1.value)),
        ])
      })
  }
}
