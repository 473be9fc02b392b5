public import Comparison
public import Talks

/// Two bodies of talks compared, as text for a terminal, JSON lines and a page.
public struct ComparisonReport {
  let comparison: BodyComparison
  /// Names and ids of the cells, in the order of the comparison.
  let cells: [(name: String, id: String)]
  let moves: ModelComparison?
  let scheme: Scheme
  /// Terms shown on either side.
  let top: Int

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - comparison: The figures.
  ///   - scheme: The axes of the model.
  ///   - axes: Positions of the axes whose cells were compared.
  ///   - moves: Where a second model disagrees with the first; nil without one.
  ///   - top: Terms shown on either side.
  public init(
    _ comparison: BodyComparison, scheme: Scheme, axes: [Int], moves: ModelComparison? = nil,
    top: Int
  ) {
    self.comparison = comparison
    self.scheme = scheme
    self.moves = moves
    self.top = top
    cells = TalkMap.cells(ofAxes: axes, scheme: scheme).map { cell in
      let poles = zip(axes, cell).map { scheme.axes[$0].poles[$1] }
      return (
        poles.map(\.name).joined(separator: " × "), poles.map(\.id).joined(separator: "/")
      )
    }
  }

  /// The display name of a pole of an axis.
  func name(ofPole pole: String, axis: String) -> String {
    scheme.axis(axis)?.poles.first { $0.id == pole }?.name ?? pole
  }
}
