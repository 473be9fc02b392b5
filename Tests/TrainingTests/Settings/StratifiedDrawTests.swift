import Testing

@testable import Training

@Suite("Stratified draws")
struct StratifiedDrawTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var sizes: [Int]
    var count: Int
    /// Talks drawn of each class.
    var drawn: [Int]
    var testDescription: String { "\(count) of \(sizes)" }
  }

  static let cases = [
    Case(sizes: [10, 10], count: 6, drawn: [3, 3]),
    // Shares 4.5 and 1.5: one more goes to the first of equal remainders.
    Case(sizes: [9, 3], count: 6, drawn: [5, 1]),
    // Shares 2.1, 1.5, 0.4: the rare class gets one, the others round down.
    Case(sizes: [21, 15, 4], count: 4, drawn: [2, 1, 1]),
    // One class in a hundred is still there.
    Case(sizes: [99, 1], count: 10, drawn: [9, 1]),
    // Many rare classes take from the large one, more than once.
    Case(sizes: [92, 1, 1, 1, 1], count: 6, drawn: [2, 1, 1, 1, 1]),
    // No room for one of each.
    Case(sizes: [40, 30, 2, 2], count: 2, drawn: [1, 1, 0, 0]),
    Case(sizes: [3, 2], count: 5, drawn: [3, 2]),
    Case(sizes: [3, 2], count: 0, drawn: [0, 0]),
  ]

  @Test("give each class its share, and exactly as many talks as asked", arguments: cases)
  func shares(_ example: Case) {
    let classes = example.sizes.enumerated().flatMap { [Int](repeating: $0, count: $1) }
    var generator = SeededGenerator(seed: 4)
    let drawn = StratifiedDraw.draw(example.count, from: classes, generator: &generator)
    #expect(drawn.count == example.count)
    #expect(
      example.sizes.indices.map { index in drawn.count { classes[$0] == index } }
        == example.drawn)
  }

  @Test("are the same for one seed and others for others")
  func seeds() {
    let classes = (0..<60).map { $0 % 3 }
    func draw(_ seed: UInt64) -> Set<Int> {
      var generator = SeededGenerator(seed: seed)
      return StratifiedDraw.draw(12, from: classes, generator: &generator)
    }
    #expect(draw(1) == draw(1))
    #expect(draw(1) != draw(2))
  }
}
