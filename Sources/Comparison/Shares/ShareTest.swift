internal import Training

/// χ² of two rows of counts, judged by dealing their talks anew.
struct ShareTest {
  /// Talks in each cell, of both bodies.
  let totals: [Int]
  /// Talks of the first body.
  let firstCount: Int

  private var talkCount: Int { totals.reduce(0, +) }

  /// Σ (observed - expected)² / expected over both bodies, from the first's counts.
  func chiSquared(_ first: [Int]) -> Double {
    let (all, one) = (Double(talkCount), Double(firstCount))
    let other = all - one
    guard one > 0, other > 0 else { return 0 }
    return zip(first, totals).reduce(0) { sum, cell in
      guard cell.1 > 0 else { return sum }
      let expected = Double(cell.1) * one / all
      let distance = Double(cell.0) - expected
      // The second body deviates as far the other way.
      return sum + distance * distance * (1 / expected + 1 / (Double(cell.1) - expected))
    }
  }

  /// The share of deals whose χ² is no less than that of `first`.
  func p(of first: [Int], dealCount: Int, seed: UInt64) -> Double {
    guard firstCount > 0, firstCount < talkCount else { return 1 }
    let observed = chiSquared(first)
    let cells = totals.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    var generator = SeededGenerator(seed: seed, stream: 6)
    var atLeast = 0
    for _ in 0..<dealCount {
      // A partial shuffle draws the first body.
      var deck = cells
      var drawn = [Int](repeating: 0, count: totals.count)
      for index in 0..<firstCount {
        deck.swapAt(index, index + generator.below(deck.count - index))
        drawn[deck[index]] += 1
      }
      // Equal tables differ in their last bits by the order of cells.
      if chiSquared(drawn) >= observed - 1e-9 { atLeast += 1 }
    }
    return Double(1 + atLeast) / Double(1 + dealCount)
  }
}
