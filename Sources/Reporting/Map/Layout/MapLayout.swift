internal import Classification
internal import Comparison
internal import Talks

/// Where everything of a map stands on one drawing.
///
/// The same map gives the same layout.
struct MapLayout {
  /// One talk's mark.
  struct Mark: Equatable {
    /// Where it is drawn.
    var point: Point
    /// The position of its cell; nil while undecided.
    var cell: Int?
    /// Where the model alone would place it.
    var modelPoint: Point
    /// The label beside it, where there is room.
    var label: LabelPlacement.Label?
  }

  let frame: MapFrame
  let grid: CellGrid
  /// One a talk, in the order of the map.
  private(set) var marks: [Mark] = []

  /// Bodies up to this size have every talk labelled where there is room.
  private static let fewTalks = 60
  /// Times that labels are placed anew where some talk has none.
  private static let rounds = 24
  /// Between the marks of few talks, so that lines to their labels find a way out.
  private static let wideGap = 4.0

  init(_ map: TalkMap, frame: MapFrame) {
    self.frame = frame
    let axes = map.axes.map { map.scheme.axes[$0] }
    grid = CellGrid(
      axes: axes, minimumProbabilities: map.axes.map { map.minimumProbabilities[$0] },
      plot: frame.plot)
    let cells = map.cells.map(\.cell)
    for talk in map.talks {
      let cell = TalkMap.cell(of: talk, axes: map.axes, scheme: map.scheme)
        .flatMap { cells.firstIndex(of: $0) }
      let modelCell = Self.mostProbable(talk, map)
      let model = grid.point(
        second: map.axes.map { Self.second(talk.prediction.axes[$0]) },
        cell: cells.firstIndex(of: modelCell) ?? 0)
      // On an axis to scale the label says which side, the model how far from the
      // middle; one against the other, the mark stands at the edge of that side.
      let home = cell ?? cells.firstIndex(of: Self.likely(talk, map)) ?? 0
      let target = grid.point(
        second: map.axes.map { Self.second(talk.prediction.axes[$0]) }, cell: home)
      marks.append(Mark(point: target, cell: cell, modelPoint: model))
    }
    pack(map)
    placeLabels(map)
  }

  /// The surest talks come first: they show a cell's place best.
  private mutating func pack(_ map: TalkMap) {
    var packing = MarkPacking(
      radius: frame.radius, gap: map.talks.count <= Self.fewTalks ? Self.wideGap : 1)
    let open = grid.rectangles.indices.map { CellCaption(cell: $0, grid, frame).openArea }
    let sureness = map.talks.map { talk in
      map.axes.reduce(1.0) { $0 * talk.prediction.axes[$1].probability }
    }
    let order = marks.indices.sorted {
      sureness[$0] == sureness[$1] ? $0 < $1 : sureness[$0] > sureness[$1]
    }
    var ranks = [Int](repeating: 0, count: grid.rectangles.count)
    let counts = map.cells.map(\.members.count)
    for index in order {
      let area = marks[index].cell.map { open[$0] } ?? frame.plot
      if let cell = marks[index].cell {
        marks[index].point = grid.spread(
          marks[index].point, rank: ranks[cell], of: counts[cell], inCell: cell)
        ranks[cell] += 1
      }
      marks[index].point = packing.place(at: marks[index].point, within: area)
    }
  }

  private mutating func placeLabels(_ map: TalkMap) {
    let named = map.cells.flatMap { $0.typical + $0.borderline.prefix(1) }
    let isSmall = map.talks.count <= Self.fewTalks && frame.labelsAll
    let chosen = isSmall ? Array(marks.indices) : named
    // Marks in a crowd choose first: those alone find room later.
    let crowds = chosen.map { index in
      (index, chosen.reduce(0.0) { $0 + closeness(marks[index].point, marks[$1].point) })
    }
    let order = crowds.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.map(\.0)
    var best: [Int: LabelPlacement.Label] = [:]
    // Whole titles say more; but where they leave a talk without any, some are cut. Those
    // that found no room choose first in the next round.
    for prefersWhole in [true, false] {
      var turn = order
      for _ in 0..<(isSmall ? Self.rounds : 1) where best.count < order.count {
        let found = labels(map, turn, farthest: isSmall ? 12 : 5, prefersWhole: prefersWhole)
        if found.count > best.count { best = found }
        turn = turn.filter { found[$0] == nil } + turn.filter { found[$0] != nil }
      }
    }
    for (index, label) in best { marks[index].label = label }
  }

  /// The labels that find room, by the position of their talk.
  private func labels(
    _ map: TalkMap, _ order: [Int], farthest: Int, prefersWhole: Bool
  ) -> [Int: LabelPlacement.Label] {
    var placement = LabelPlacement(
      frame: frame, marks: marks.map(\.point),
      reserved: grid.rectangles.indices.map { CellCaption(cell: $0, grid, frame).box },
      prefersWhole: prefersWhole)
    var labels: [Int: LabelPlacement.Label] = [:]
    for index in order {
      let talk = map.talks[index].talk
      labels[index] = placement.place(
        talk.title.isEmpty ? talk.id : talk.title, at: marks[index].point, farthest: farthest)
    }
    return labels
  }

  private func closeness(_ one: Point, _ other: Point) -> Double {
    let (dx, dy) = (one.x - other.x, one.y - other.y)
    return 1 / (1 + (dx * dx + dy * dy) / 2500)
  }

  /// The probability of the second pole, on an axis of two.
  private static func second(_ place: Prediction.AxisPlace) -> Double? {
    place.probabilities.count == 2 ? place.probabilities[1] : nil
  }

  private static func mostProbable(_ talk: PlacedTalk, _ map: TalkMap) -> [Int] {
    map.axes.map { axis in
      map.scheme.axes[axis].index(ofPole: talk.prediction.axes[axis].pole) ?? 0
    }
  }

  /// The most probable cell that the labels allow.
  private static func likely(_ talk: PlacedTalk, _ map: TalkMap) -> [Int] {
    zip(map.axes, mostProbable(talk, map)).map { axis, pole in
      talk.label(onAxis: axis, of: map.scheme) ?? pole
    }
  }
}
