public import Ingestion
public import Talks

/// Talks on the axes of a scheme, with the figures of each cell: all that a picture
/// of them shows.
public struct TalkMap: Sendable {
  /// What the map is called; empty for no name.
  public let name: String
  /// The axes of the model.
  public let scheme: Scheme
  /// Positions of the one or two axes drawn, the first from left to right.
  public let axes: [Int]
  /// For each axis of the scheme, the probability below which the model's pole is
  /// undecided; more than 1 where it always is.
  public let minimumProbabilities: [Double]
  /// The hash of the model; empty for one never stored.
  public let modelHash: String
  /// The talks in the order of the input.
  public let talks: [PlacedTalk]
  /// The figures of each cell of the axes drawn; the last axis varies fastest.
  public let cells: [CellImpression]
  /// Positions of talks in no cell.
  public let undecided: [Int]
  /// The event's programme, with the talks that have slides; nil when not given.
  public let programme: Programme?
  /// Records that could not be read.
  public let failureCount: Int

  /// The cell of a talk as pole positions on the axes drawn; nil when one is
  /// undecided.
  public static func cell(of talk: PlacedTalk, axes: [Int], scheme: Scheme) -> [Int]? {
    let poles = axes.compactMap { talk.pole(onAxis: $0, of: scheme) }
    return poles.count == axes.count ? poles : nil
  }

  /// Every cell of some axes of a scheme; the last axis varies fastest.
  public static func cells(ofAxes axes: [Int], scheme: Scheme) -> [[Int]] {
    axes.reduce([[]]) { cells, axis in
      cells.flatMap { cell in scheme.axes[axis].poles.indices.map { cell + [$0] } }
    }
  }

  init(
    name: String, scheme: Scheme, axes: [Int], minimumProbabilities: [Double], modelHash: String,
    talks: [PlacedTalk], cells: [CellImpression], undecided: [Int], programme: Programme?,
    failureCount: Int
  ) {
    self.name = name
    self.scheme = scheme
    self.axes = axes
    // One an axis, whatever was given; as for a classifier, none given decides always.
    self.minimumProbabilities = scheme.axes.indices.map {
      minimumProbabilities.indices.contains($0) ? minimumProbabilities[$0] : 0
    }
    self.modelHash = modelHash
    self.talks = talks
    self.cells = cells
    self.undecided = undecided
    self.programme = programme
    self.failureCount = failureCount
  }
}
