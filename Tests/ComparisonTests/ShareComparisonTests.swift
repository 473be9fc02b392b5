import Testing

@testable import Comparison

@Suite("Shares of two bodies")
struct ShareComparisonTests {
  @Test("have the χ² and Newcombe's interval of the textbook")
  func literal() {
    let comparison = ShareComparison(first: [56, 14], second: [48, 32], seed: 1)
    // Newcombe 1998, table II: 56/70 and 48/80, method 10.
    let difference = comparison.cells[0].difference
    #expect(abs(difference.value - 0.2) < 1e-12)
    #expect(abs(difference.low - 0.0524) < 1e-4)
    #expect(abs(difference.high - 0.3339) < 1e-4)
    #expect(abs(comparison.chiSquared - 7.0234) < 1e-3)
    #expect(comparison.p < 0.02)
    #expect(comparison.talkCounts == Sides(70, 80))
  }

  @Test("agree with Fisher's exact test on a small table")
  func small() {
    // Fisher, the lady tasting tea: 3 and 1 of 4; two-sided p = 0.4857.
    let comparison = ShareComparison(first: [3, 1], second: [1, 3], seed: 7)
    #expect(abs(comparison.p - 0.4857) < 0.02)
  }

  @Test("that are equal do not differ")
  func equal() {
    let comparison = ShareComparison(first: [3, 4, 0], second: [3, 4, 0], seed: 1)
    #expect(comparison.chiSquared == 0)
    #expect(comparison.p == 1)
  }

  @Test("of no talks cannot differ", arguments: [([0, 0], [3, 1]), ([2, 1], [0, 0]), ([], [])])
  func nothing(first: [Int], second: [Int]) {
    let comparison = ShareComparison(first: first, second: second, seed: 1)
    #expect(comparison.chiSquared == 0)
    #expect(comparison.p == 1)
    for cell in comparison.cells { #expect(cell.difference.low >= -1) }
  }

  @Test("give the same p for the same seed")
  func seeded() {
    let p = (1...2).map { _ in ShareComparison(first: [5, 2], second: [2, 6], seed: 3).p }
    #expect(p[0] == p[1])
    #expect(p[0] > 0)
  }
}
