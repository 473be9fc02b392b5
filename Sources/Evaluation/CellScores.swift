internal import Talks
internal import Training

/// The map's cells as classes, from the axes' predictions.
struct CellScores {
  /// Cell ids, in the order of ``Scheme/cells``.
  let ids: [String]
  private let cells: [[Int]]
  /// The talks with labels on all axes: their position among the labelled talks of
  /// each axis, and their cell.
  private let talks: [(positions: [Int], cell: Int)]

  /// Cells beyond which they are no classes that anyone could judge.
  private static let maximumCellCount = 4096

  /// Nil for a scheme of one axis or of too many cells, or when no talk has labels on
  /// all axes.
  init?(_ labelled: LabelledTalks) {
    self.init(scheme: labelled.scheme, poles: labelled.poles)
  }

  init?(scheme: Scheme, poles: [[Int?]]) {
    guard scheme.axes.count >= 2, scheme.cellCount <= Self.maximumCellCount else { return nil }
    let cells = scheme.cells
    var seen = scheme.axes.map { _ in 0 }
    var talks: [(positions: [Int], cell: Int)] = []
    for talk in poles[0].indices {
      let labels = poles.map { $0[talk] }
      let known = labels.compactMap(\.self)
      if known.count == labels.count, let cell = cells.firstIndex(of: known) {
        talks.append((seen, cell))
      }
      for axis in labels.indices where labels[axis] != nil { seen[axis] += 1 }
    }
    guard !talks.isEmpty else { return nil }
    self.cells = cells
    self.talks = talks
    ids = cells.map(scheme.cellID)
  }

  /// The cells as scored talks; the probability of the predicted cell is 1, since
  /// axes are judged one by one.
  func scores(_ axes: [ScoredTalks]) -> ScoredTalks {
    let predictions = axes.map(\.predictions)
    return ScoredTalks(
      poleCount: cells.count,
      classes: talks.map { talk in
        let truth = axes.indices.map { axes[$0].classes[talk.positions[$0]] }
        return cells.firstIndex(of: truth) ?? talk.cell
      },
      probabilities: talks.map { talk in
        let predicted = axes.indices.map { predictions[$0][talk.positions[$0]] }
        return cells.map { $0 == predicted ? 1 : 0 }
      })
  }
}
