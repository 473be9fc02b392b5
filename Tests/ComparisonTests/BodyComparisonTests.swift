import Testing

@testable import Comparison

@Suite("Two bodies")
struct BodyComparisonTests {
  @Test("list what rose and what fell, with false discovery rates")
  func bodies() throws {
    let early = Array(repeating: "監視 手順 当番 障害", count: 8)
    let late = Array(repeating: "監視 生成 推論 障害", count: 8)
    let comparison = BodyComparison(
      names: Sides("A", "B"), frequencies: try TermContrastsTests.frequencies(early + late),
      cells: Array(repeating: 0, count: 8) + Array(repeating: 1, count: 7) + [nil],
      firstCount: 8, cellCount: 2, seed: 1)
    #expect(Set(comparison.risen(9).map { $0.term.text }) == ["生成", "推論"])
    #expect(Set(comparison.fallen(9).map { $0.term.text }) == ["手順", "当番"])
    #expect(comparison.risen(1)[0].logOdds > 0)
    #expect(comparison.bodies.first == .init(name: "A", talkCount: 8, wordCount: 32))
    #expect(comparison.shares.talkCounts == Sides(8, 7))
    #expect(comparison.shares.cells.map(\.counts) == [Sides(8, 0), Sides(0, 7)])
  }

  @Test("have the rates of Benjamini and Hochberg")
  func rates() {
    // p = 0.0455, 0.0027, 0.3173, 1 → q = p·4/2, p·4/1, p·4/3, 1.
    let rates = BodyComparison.falseDiscoveryRates([2, -3, 1, 0])
    for (rate, wanted) in zip(rates, [0.091, 0.010799, 0.423074, 1]) {
      #expect(abs(rate - wanted) < 1e-5)
    }
    #expect(BodyComparison.falseDiscoveryRates([]).isEmpty)
  }
}
