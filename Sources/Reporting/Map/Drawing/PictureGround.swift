internal import Comparison
internal import Talks

/// What lies under the marks: cells with their counts and names, axes and ticks.
struct PictureGround {
  private let map: TalkMap
  private let frame: MapFrame
  private let grid: CellGrid

  init(_ map: TalkMap, _ layout: MapLayout) {
    self.map = map
    frame = layout.frame
    grid = layout.grid
  }

  var parts: [Markup] {
    [rectangle(frame.plot, "ground", nil, 14)] + map.cells.indices.map(cell)
      + map.cells.indices.map(caption) + across + up
  }

  private func rectangle(
    _ area: Rectangle, _ name: String, _ cell: Int?, _ corner: Double
  ) -> Markup {
    .element(
      "rect",
      [
        ("class", name), ("x", MapPicture.number(area.x)), ("y", MapPicture.number(area.y)),
        ("width", MapPicture.number(area.width)), ("height", MapPicture.number(area.height)),
        ("rx", MapPicture.number(corner)), ("data-cell", cell.map(String.init)),
      ])
  }

  private func cell(_ index: Int) -> Markup {
    rectangle(grid.rectangles[index], "cell k\(index % 8)", index, 12)
  }

  private func caption(_ index: Int) -> Markup {
    let caption = CellCaption(cell: index, grid, frame)
    let cell = map.cells[index]
    let anchor = caption.anchor.rawValue
    let room = Int(grid.rectangles[index].width / frame.fontSize * 1.9) - 3
    let name = DisplayWidth.truncated(MapWords.name(of: cell.cell, map), to: room)
    let share = Markup.element(
      "tspan",
      [
        ("class", "share"), ("dx", "6"), ("font-size", MapPicture.number(frame.fontSize * 1.1)),
        ("data-share", "\(index)"),
      ],
      text: map.talks.isEmpty ? "" : MapWords.percent(cell.share.share))
    let count = Markup.element(
      "tspan", [("data-count", "\(index)")], text: Decimals.grouped(cell.members.count))
    return .joined([
      .element(
        "text",
        [
          ("class", "count k\(index % 8)"), ("x", MapPicture.number(caption.x)),
          ("y", MapPicture.number(caption.countY)), ("text-anchor", anchor),
          ("font-size", MapPicture.number(frame.countSize)),
        ], [count, share]),
      .element(
        "text",
        [
          ("class", "name k\(index % 8)"), ("x", MapPicture.number(caption.x)),
          ("y", MapPicture.number(caption.nameY)), ("text-anchor", anchor),
        ], text: name),
    ])
  }

  private func text(
    _ value: String, _ name: String, _ x: Double, _ y: Double, size: Double? = nil,
    isUpward: Bool = false
  ) -> Markup {
    let (x, y) = (MapPicture.number(x), MapPicture.number(y))
    return .element(
      "text",
      [
        ("class", name), ("x", x), ("y", y), ("text-anchor", "middle"),
        ("font-size", size.map(MapPicture.number)),
        ("transform", isUpward ? "rotate(-90 \(x) \(y))" : nil),
      ], text: value)
  }

  /// The columns an axis's name may take on its side of the plot.
  private func cut(_ name: String, to length: Double) -> String {
    DisplayWidth.truncated(name, to: max(2, Int(length / frame.fontSize * 1.8)))
  }

  /// The first axis, below the plot.
  private var across: [Markup] {
    let axis = grid.axes[0]
    let (top, center) = (frame.plot.maxY, frame.plot.center.x)
    let line = top + frame.fontSize * 2.1
    guard grid.axes.count > 1 || grid.rowCount == 1 else {
      return [text(cut(axis.name, to: frame.plot.width), "axis", center, line)]
    }
    let width = frame.plot.width / Double(axis.poles.count)
    let poles = axis.poles.enumerated().map { index, pole in
      let middle = frame.plot.x + (Double(index) + 0.5) * width
      return text(cut(pole.name, to: width * 0.6), "axis pole", middle, line)
    }
    guard grid.isContinuous(0) else { return poles }
    return poles + [text(cut(axis.name, to: width * 0.6), "axis", center, line)]
      + ticks.flatMap { probability, place -> [Markup] in
        let x = frame.plot.x + place * frame.plot.width
        return [
          tick(x, top, x, top + 4),
          text(
            Decimals.fixed(probability, probability == 0.9 ? 1 : 2), "axis", x, top + 13,
            size: frame.fontSize * 0.72),
        ]
      }
  }

  /// The second axis, left of the plot.
  private var up: [Markup] {
    guard grid.axes.count > 1 else { return [] }
    let axis = grid.axes[1]
    let (left, middle) = (frame.plot.x, frame.plot.center.y)
    let line = left - frame.fontSize * 1.05
    let height = frame.plot.height / Double(axis.poles.count)
    let poles = axis.poles.enumerated().map { index, pole in
      let center = frame.plot.maxY - (Double(index) + 0.5) * height
      return text(cut(pole.name, to: height * 0.6), "axis pole", line, center, isUpward: true)
    }
    guard grid.isContinuous(1) else { return poles }
    return poles
      + [text(cut(axis.name, to: height * 0.6), "axis", line, middle, isUpward: true)]
      + ticks.map { _, place in
        let y = frame.plot.maxY - place * frame.plot.height
        return tick(left - 4, y, left, y)
      }
  }

  /// Probabilities with ticks and their places on an axis, toward both poles.
  private var ticks: [(probability: Double, place: Double)] {
    AxisScale.ticks.flatMap { probability in
      [
        (probability, AxisScale.place(1 - probability)),
        (probability, AxisScale.place(probability)),
      ]
    }
  }

  private func tick(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Markup {
    .element(
      "path",
      [
        ("class", "tick"),
        (
          "d",
          "M\(MapPicture.number(x1)) \(MapPicture.number(y1))L\(MapPicture.number(x2)) \(MapPicture.number(y2))"
        ),
      ])
  }
}
