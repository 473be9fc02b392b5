import Talks
import TestSupport
import Testing

@testable import Reporting

@Suite("Counts of cells")
struct CellCountsTests {
  private static func counts(_ scheme: Scheme, _ talks: [(cell: [Int], count: Int)]) -> CellCounts {
    var counts = CellCounts(scheme: scheme)
    for (cell, count) in talks {
      for _ in 0..<count { counts.add(HandMade.prediction(scheme: scheme, cell: cell)) }
    }
    return counts
  }

  @Test("draws the first axis left to right and the second bottom to top")
  func map() {
    let counts = Self.counts(
      .standard, [([0, 0], 9), ([1, 0], 1), ([0, 1], 13), ([1, 1], 5)])
    #expect(counts[[0, 1]] == 13)
    #expect(
      counts.rendered == """
        組織の範囲
        横断的 │           13 │            5
        独立   │            9 │            1
               └──────────────┴──────────────
                 基本的な技術     高度な技術  技術の高度さ

        """)
  }

  @Test("draws a map of nothing")
  func empty() {
    let lines = CellCounts(scheme: .standard).rendered.split(separator: "\n")
    #expect(lines[1] == "横断的 │            0 │            0")
  }

  @Test("keeps the map to 80 columns when names are long")
  func longNames() {
    let scheme = HandMade.scheme(
      [("a", 2), ("b", 2)], name: String(repeating: "とても長い名前の", count: 6))
    for line in CellCounts(scheme: scheme).rendered.split(separator: "\n") {
      #expect(TerminalWidth.of(line) <= 80)
    }
  }

  @Test("lists only cells that have talks where there are too many to list")
  func manyAxes() {
    let scheme = HandMade.scheme((0..<40).map { ("a\($0)", 2) })
    let cell = (0..<40).map { $0 % 2 }
    let lines = Self.counts(scheme, [(cell, 3)]).rendered.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("3  ") == true)
  }

  @Test("lists the cells of other schemes with their counts")
  func list() {
    let counts = Self.counts(HandMade.threeAxes, [([0, 2, 1], 1000), ([1, 0, 0], 2)])
    let lines = counts.rendered.split(separator: "\n")
    #expect(lines.count == 12)
    #expect(lines[0] == "    0  極1 × 極1 × 極1")
    #expect(lines[5] == "1,000  極1 × 極3 × 極2")
    #expect(lines[6] == "    2  極2 × 極1 × 極1")
    let five = Self.counts(HandMade.fivePoles, [([4], 3)])
    #expect(five.rendered == "0  極1\n0  極2\n0  極3\n0  極4\n3  極5\n")
  }
}
