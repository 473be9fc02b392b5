/// What one cell of a map is like: what a reader of its talks would write down.
public struct CellImpression: Sendable, Equatable {
  /// Pole positions on the axes drawn.
  public var cell: [Int]
  /// Positions of its talks, in the order of the input.
  public var members: [Int]
  /// The share of all talks, undecided ones included, with its 95 % interval.
  public var share: WilsonInterval
  /// Positions of the talks the model is surest of, surest first.
  public var typical: [Int]
  /// Positions of the talks nearest to another cell, nearest first.
  public var borderline: [Int]
  /// The terms that set its talks apart from all others, clearest first.
  public var terms: [TermContrast]
}
