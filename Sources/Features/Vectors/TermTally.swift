/// Counts over a whole vocabulary of which a talk touches little.
///
/// Clearing costs the terms touched, not the vocabulary.
struct TermTally {
  private(set) var counts: [Double] = []
  /// Positions with a count, in the order they were first met.
  private(set) var touched: [Int32] = []
  private(set) var tokenCount = 0
  private(set) var knownTokenCount = 0
  /// The terms of a block, and for each whether it is a single word.
  private var hashes: [UInt64] = []
  private var areTokens: [Bool] = []
  private var positions: [Int32] = []
  private var candidates: [Int32] = []

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

  /// Keeps a term for ``addNoted(_:_:)``.
  @inline(__always)
  mutating func note(_ hash: UInt64, isToken: Bool) {
    hashes.append(hash)
    areTokens.append(isToken)
  }

  /// Adds `weight` for each of the noted terms that the vocabulary has, in the order
  /// they were noted, and forgets them.
  mutating func addNoted(_ weight: Double, _ vocabulary: Vocabulary) {
    vocabulary.lookUp(hashes, into: &positions, candidates: &candidates)
    for (term, position) in positions.enumerated() {
      let isToken = areTokens[term] ? 1 : 0
      tokenCount += isToken
      guard position >= 0 else { continue }
      knownTokenCount += isToken
      if counts[Int(position)] == 0 { touched.append(position) }
      counts[Int(position)] += weight
    }
    hashes.removeAll(keepingCapacity: true)
    areTokens.removeAll(keepingCapacity: true)
  }
}
