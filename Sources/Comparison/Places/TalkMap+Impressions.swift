internal import Classification
public import Features
public import Ingestion
public import Talks

extension TalkMap {
  /// Talks named as typical or borderline in each cell.
  static let exampleCount = 3
  /// Terms named for each cell.
  static let termCount = 10
  /// A talk is borderline when a pole of its cell is less probable than this.
  static let borderlineProbability = 0.75

  /// Draws up the figures of placed talks.
  ///
  /// - Parameters:
  ///   - name: What the map is called; empty for no name.
  ///   - talks: The placed talks.
  ///   - frequencies: Their counted terms, a row a talk.
  ///   - scheme: The axes of the model.
  ///   - axes: Positions of the one or two axes to draw.
  ///   - minimumProbabilities: For each axis of the scheme, the probability below which
  ///     predictions are undecided.
  ///   - modelHash: The hash of the model.
  ///   - programme: The event's programme, talks added.
  ///   - failureCount: Records that could not be read.
  /// - Complexity: O(*c* · *k*) for *c* cells and *k* counts.
  public init(
    name: String = "", talks: [PlacedTalk], frequencies: TermFrequencies, scheme: Scheme,
    axes: [Int], minimumProbabilities: [Double], modelHash: String = "",
    programme: Programme? = nil, failureCount: Int = 0
  ) {
    let places = talks.map { Self.cell(of: $0, axes: axes, scheme: scheme) }
    self.init(
      name: name, scheme: scheme, axes: axes, minimumProbabilities: minimumProbabilities,
      modelHash: modelHash, talks: talks,
      cells: Self.cells(ofAxes: axes, scheme: scheme).map { cell in
        Self.impression(of: cell, places, talks, axes, frequencies)
      },
      undecided: places.indices.filter { places[$0] == nil }, programme: programme,
      failureCount: failureCount)
  }

  private static func impression(
    of cell: [Int], _ places: [[Int]?], _ talks: [PlacedTalk], _ axes: [Int],
    _ frequencies: TermFrequencies
  ) -> CellImpression {
    let members = places.indices.filter { places[$0] == cell }
    let others = places.indices.filter { places[$0] != cell }
    // The least probable pole says how near the next cell is.
    func margin(_ talk: Int) -> Double {
      zip(axes, cell).map { talks[talk].prediction.axes[$0].probabilities[$1] }.min() ?? 1
    }
    func ranked(_ positions: [Int], _ value: (Int) -> Double) -> [Int] {
      positions.map { ($0, value($0)) }
        .sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.map(\.0)
    }
    let near = members.filter { margin($0) < borderlineProbability }
    let borderline = Array(ranked(near) { -margin($0) }.prefix(exampleCount))
    let sure = members.filter { !near.contains($0) }
    return CellImpression(
      cell: cell, members: members,
      share: WilsonInterval(count: members.count, of: talks.count),
      typical: Array(
        ranked(sure) { talks[$0].probability(of: cell, axes: axes) }.prefix(exampleCount)),
      borderline: borderline,
      terms: members.isEmpty
        ? [] : TermContrasts(frequencies, first: members, second: others).ofFirst(termCount))
  }
}
