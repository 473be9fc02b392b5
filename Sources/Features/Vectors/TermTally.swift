/// Counts over a whole vocabulary of which a talk touches little.
///
/// Clearing costs the terms touched, not the vocabulary.
struct TermTally {
  private(set) var counts: [Double] = []
  /// Positions with a count, in the order they were first met.
  private(set) var touched: [Int32] = []
  private(set) var tokenCount = 0
  private(set) var knownTokenCount = 0

  mutating func clear(termCount: Int) {
    if counts.count == termCount {
      for index in touched { counts[Int(index)] = 0 }
    } else {
      counts = [Double](repeating: 0, count: termCount)
    }
    touched.removeAll(keepingCapacity: true)
    tokenCount = 0
    knownTokenCount = 0
  }

  @inline(__always)
  mutating func add(_ weight: Double, at index: Int) {
    if counts[index] == 0 { touched.append(Int32(truncatingIfNeeded: index)) }
    counts[index] += weight
  }

  @inline(__always)
  mutating func countToken(isKnown: Bool) {
    tokenCount += 1
    if isKnown { knownTokenCount += 1 }
  }
}
