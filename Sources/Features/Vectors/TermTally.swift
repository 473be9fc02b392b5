internal import Tokenization

/// Counts over a whole vocabulary of which a talk touches little.
///
/// Clearing costs the terms touched, not the vocabulary.
struct TermTally {
  private(set) var counts: [Double] = []
  /// Positions with a count, in the order they were first met.
  private(set) var touched: [Int32] = []
  private(set) var tokenCount = 0
  private(set) var knownTokenCount = 0
  private var noted: [Noted] = []

  private struct Noted {
    var hash: UInt64
    var isToken: Bool
  }

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

  /// Counts a word.
  @inline(__always)
  mutating func countToken() { tokenCount += 1 }

  /// Keeps a term for ``addNoted(_:_:)``.
  @inline(__always)
  mutating func note(_ hash: UInt64, isToken: Bool) {
    noted.append(Noted(hash: hash, isToken: isToken))
  }

  /// Adds `weight` for each of the noted terms that the vocabulary has, in the order
  /// they were noted, and forgets them.
  mutating func addNoted(_ weight: Double, _ vocabulary: Vocabulary) {
    for term in noted {
      let index = Int(vocabulary.table.index(of: term.hash))
      guard index >= 0 else { continue }
      if term.isToken { knownTokenCount += 1 }
      if counts[index] == 0 { touched.append(Int32(truncatingIfNeeded: index)) }
      counts[index] += weight
    }
    noted.removeAll(keepingCapacity: true)
  }
}
