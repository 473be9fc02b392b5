/// What a user can say about how inputs are to be read.
public struct ReadingOptions: Sendable, Equatable {
  /// Columns of tables (or fields of JSON) that hold labels: the axis ids.
  public var axes: [String]
  /// Names of table columns by what they hold (`id`, `title`, `text`, …), where
  /// they are not called so.
  public var columns: [String: String]

  /// Creates options.
  public init(axes: [String] = [], columns: [String: String] = [:]) {
    self.axes = axes
    self.columns = columns
  }
}
