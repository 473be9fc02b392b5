import Talks
import Testing

@testable import Comparison
@testable import Reporting

@Suite("The layout of a map")
struct MapLayoutTests {
  @Test("keeps the surest talks off the counts", arguments: [4, 24, 60])
  func captions(count: Int) throws {
    let map = try HandMadeMap.standard(
      (0..<count).map { index in
        .init(second: [index % 2 == 0 ? 1e-7 : 1 - 1e-7, index % 4 < 2 ? 1e-7 : 1 - 1e-7])
      })
    for frame in [MapFrame.wide(talkCount: count), .narrow(talkCount: count)] {
      let layout = MapLayout(map, frame: frame)
      let captions = layout.grid.rectangles.indices.map {
        CellCaption(cell: $0, layout.grid, frame).box
      }
      for mark in layout.marks {
        let cell = try #require(mark.cell)
        #expect(layout.grid.rectangles[cell].contains(mark.point))
        #expect(!captions.contains { $0.inset(by: -frame.radius).contains(mark.point) })
      }
    }
  }

  @Test("leads no line to a label through another label")
  func leaders() throws {
    let layout = try MapLayout(HandMadeMap.thirty(), frame: .wide(talkCount: 30))
    let labels = layout.marks.compactMap(\.label)
    for mark in layout.marks {
      guard let label = mark.label, label.hasLeader else { continue }
      let end = label.box.inset(by: 2).clamped(mark.point)
      for share in stride(from: 0.1, to: 1, by: 0.01) {
        let point = Point(
          x: mark.point.x + share * (end.x - mark.point.x),
          y: mark.point.y + share * (end.y - mark.point.y))
        #expect(!labels.contains { $0 != label && $0.box.inset(by: 1.5).contains(point) })
      }
    }
  }

  @Test("puts probabilities where the scale says")
  func scale() {
    // l = ln 3 = 1.0986; ½ + ½ · l / (l + 2.5)
    #expect(abs(AxisScale.place(0.75) - 0.652644) < 1e-6)
    #expect(abs(AxisScale.place(0.25) - 0.347356) < 1e-6)
    #expect(AxisScale.place(0.5) == 0.5)
    #expect(AxisScale.place(0) == 0 && AxisScale.place(1) == 1)
    #expect(AxisScale.place(.nan).isFinite)
  }

  @Test("labels each of thirty talks, and no label covers another or a mark")
  func labels() throws {
    let layout = try MapLayout(HandMadeMap.thirty(), frame: .wide(talkCount: 30))
    let boxes = layout.marks.compactMap { $0.label?.box }
    #expect(boxes.count == 30)
    for (index, box) in boxes.enumerated() {
      #expect(layout.frame.plot.contains(box))
      #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
      for mark in layout.marks { #expect(!box.contains(mark.point)) }
    }
  }

  @Test("draws three thousand talks, those of a cell within it, with few labels")
  func thousands() throws {
    let map = try HandMadeMap.standard(
      (0..<3000).map { index in
        .init(second: [Double(index % 61) / 60, Double(index % 53) / 52])
      })
    let layout = MapLayout(map, frame: .wide(talkCount: 3000))
    for mark in layout.marks {
      #expect(layout.frame.plot.contains(mark.point))
      if let cell = mark.cell { #expect(layout.grid.rectangles[cell].contains(mark.point)) }
    }
    let labelled = layout.marks.count { $0.label != nil }
    #expect(labelled > 0 && labelled <= 16)
  }

  @Test("parts the cells of each axis by its own band of undecided talks")
  func bands() throws {
    let map = try HandMadeMap.map(
      .standard, [[[0.3, 0.7], [0.3, 0.7]]], minimums: [0.6, .infinity])
    let layout = MapLayout(map, frame: .wide(talkCount: 1))
    let cells = layout.grid.rectangles
    let plot = layout.frame.plot
    // Columns: cells 0 and 2; rows: cell 1 lies above cell 0.
    let across = (cells[2].x - cells[0].maxX) / plot.width
    let down = (cells[0].y - cells[1].maxY) / plot.height
    #expect(abs(across - 2 * (AxisScale.place(0.6) - 0.5)) < 1e-12)
    #expect(abs(down - 2 * (AxisScale.place(0.999) - 0.5)) < 1e-12)
    #expect(map.undecided == [0])
    #expect(MapWords.undecided(map).japanese == "未定(確率 0.60 / 1.00 未満)")
    let short = try HandMadeMap.map(.standard, [[[0.3, 0.7], [0.3, 0.7]]], minimums: [0.6])
    #expect(short.minimumProbabilities == [0.6, 0])
  }

  @Test("keeps a lone mark at its probabilities")
  func alone() throws {
    let map = try HandMadeMap.standard([.init(second: [0.9, 0.2])])
    let layout = MapLayout(map, frame: .wide(talkCount: 1))
    let plot = layout.frame.plot
    #expect(abs(layout.marks[0].point.x - (plot.x + AxisScale.place(0.9) * plot.width)) < 1e-9)
    #expect(abs(layout.marks[0].point.y - (plot.maxY - AxisScale.place(0.2) * plot.height)) < 1e-9)
  }

  @Test("pulls a talk to the side its label says, no farther than its edge")
  func labelled() throws {
    let map = try HandMadeMap.standard([
      .init(second: [0.9, 0.9], labels: ["depth": "basic"]), .init(second: [0.9, 0.9]),
    ])
    let layout = MapLayout(map, frame: .wide(talkCount: 2))
    let cell = layout.grid.rectangles[1]
    #expect(layout.marks[0].cell == 1)
    #expect(abs(layout.marks[0].point.x - (cell.maxX - layout.frame.radius - 2)) < 1e-9)
    #expect(layout.marks[0].modelPoint.x > cell.maxX)
  }

  @Test(
    "gives every scheme disjoint cells",
    arguments: [
      [2], [3], [5], [7], [2, 2], [3, 2], [2, 4], [3, 3], [2, 2, 2],
    ])
  func schemes(poles: [Int]) throws {
    let scheme = HandMade.scheme(poles.enumerated().map { ("a\($0)", $1) })
    let talks = (0..<12).map { index in
      poles.map { count in
        (0..<count).map { $0 == index % count ? 0.9 : 0.1 / Double(count - 1) }
      }
    }
    let map = try HandMadeMap.map(scheme, talks)
    for frame in [MapFrame.wide(talkCount: 12), .narrow(talkCount: 12)] {
      let layout = MapLayout(map, frame: frame)
      let cells = layout.grid.rectangles
      #expect(cells.count == map.cells.count)
      for (index, cell) in cells.enumerated() {
        #expect(cell.width > 8 && cell.height > 8)
        #expect(!cells[(index + 1)...].contains { $0.overlaps(cell) })
        #expect(cell.x >= frame.plot.x - 1e-6 && cell.maxX <= frame.plot.maxX + 1e-6)
      }
      for mark in layout.marks {
        let cell = try #require(mark.cell)
        #expect(cells[cell].contains(mark.point))
      }
    }
  }

  @Test("breaks titles where Japanese breaks them")
  func lines() {
    #expect(LabelLines.of("短い題", columns: 26, count: 2) == ["短い題"])
    #expect(
      LabelLines.of("可観測性を組織に根づかせるまで", columns: 16, count: 2)
        == ["可観測性を組織に", "根づかせるまで"])
    #expect(
      LabelLines.of("触って見る展示を常設にするまで", columns: 26, count: 2) == ["触って見る展示を", "常設にするまで"])
    #expect(LabelLines.of("監視の話、障害の話", columns: 8, count: 2) == ["監視の", "話、障…"])
    #expect(
      LabelLines.of("Enabling Client-Side SLO", columns: 16, count: 2)[0] == "Enabling Client-")
    #expect(LabelLines.of("障害訓練の話【入門】", columns: 14, count: 2) == ["障害訓練の話", "【入門】"])
    #expect(LabelLines.of("", columns: 16, count: 2) == [])
    #expect(LabelLines.of("監視", columns: 1, count: 2).count == 2)
  }
}
