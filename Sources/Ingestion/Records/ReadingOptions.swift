public import Talks

/// What a user can say about how inputs are to be read.
public struct ReadingOptions: Sendable, Equatable {
  /// The axes and poles that labels may name.
  public var scheme: Scheme
  /// Columns of tables that hold labels: the scheme's axis ids, unless given.
  public var axes: [String]
  /// Names of table columns by what they hold (`id`, `title`, `text`, …), where
  /// they are not called so.
  public var columns: [String: String]
  /// The format of all inputs; nil to recognize each.
  public var format: SourceFormat?

  /// Whether damaged text is mended; without it, only what its layout says is read.
  public var repairsText: Bool

  /// Whether each line of talk JSONL on standard input counts, as in a filter: an
  /// empty line is a record that failed, and no line at all is no failure.
  public var countsInputLines = false

  /// Creates options.
  public init(
    scheme: Scheme = .standard, axes: [String]? = nil, columns: [String: String] = [:],
    format: SourceFormat? = nil, repairsText: Bool = true
  ) {
    self.scheme = scheme
    self.axes = axes ?? scheme.axes.map(\.id)
    self.columns = columns
    self.format = format
    self.repairsText = repairsText
  }
}
