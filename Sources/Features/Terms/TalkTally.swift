/// The counted terms of some talks that follow each other.
///
/// Counts by hash alone: a word's text is made once, where it is first met.
package struct TalkTally: Sendable {
  /// What each term comes from; terms are in the order they were met.
  package private(set) var kinds: [Term.Kind] = []
  /// What each term's text is, or is made of.
  private(set) var names: [TermName] = []
  /// What each term is looked up by.
  package private(set) var hashes: [UInt64] = []
  /// A second name of each term, by which two terms of one hash are told apart.
  package private(set) var checks: [UInt64] = []
  /// Cells of the finished talks, one talk after the other.
  package private(set) var cells: [(term: Int32, count: Double)] = []
  /// Where each finished talk's cells end.
  package private(set) var ends: [Int] = []
  /// Occurrences left out because another term has their hash.
  package private(set) var collisionCount = 0

  private var table = GrowingHashTable()
  /// Counts of the talk at work, a number a term.
  private var counts: [Double] = []
  private var touched: [Int32] = []

  package init() {}

  /// Counts one occurrence in the talk at work; `check` is ``TermWalk``'s.
  ///
  /// - Returns: The term's position.
  @inline(__always)
  mutating func add(
    hash: UInt64, check: UInt64, kind: Term.Kind, weight: Double, makeName: () -> TermName
  ) -> Int32 {
    let next = Int32(truncatingIfNeeded: hashes.count)
    let position = table.insert(hash, next) ?? next
    let term = Int(position)
    if position == next {
      kinds.append(kind)
      names.append(makeName())
      hashes.append(hash)
      checks.append(check)
      counts.append(0)
    }
    if counts[term] == 0 {
      guard checks[term] == check else {
        collisionCount += 1
        return position
      }
      touched.append(position)
    }
    counts[term] += weight
    return position
  }

  /// Ends a talk.
  mutating func finishTalk() {
    for term in touched {
      cells.append((term, counts[Int(term)]))
      counts[Int(term)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    ends.append(cells.count)
  }
}
