/// How well a procedure or a model places labelled talks.
public struct EvaluationReport: Sendable, Equatable {
  /// How the figures came about, in words.
  public var procedure: String
  /// One report an axis, in the order of the scheme.
  public var axes: [AxisReport]
  /// The cells of the map, on a scheme of two axes or more.
  public var cells: AxisReport?
  /// What to keep in mind, in words.
  public var cautions: [String]
}
