/// Finds lexicon terms in normalized text: a trie over UTF-16 units.
///
/// Immutable and shared by all workers.
struct LexiconMatcher: Sendable {
  private struct Transition {
    /// Node × 2¹⁶ + unit.
    var key: UInt64 = 0
    var node: Int32 = -1
  }

  /// The preferred form of each entry, normalized: the name of its feature.
  private(set) var texts: [String] = []
  /// The hash of each entry's preferred form.
  private(set) var hashes: [UInt64] = []

  /// Node × unit → node, by open addressing; an empty slot leads to -1.
  private var transitions = [Transition](repeating: Transition(), count: 2048)
  private var transitionCount = 0
  /// The entry that ends at a node, or -1.
  private var entries: [Int32] = [-1]
  /// One bit a UTF-16 unit: whether any term begins with it.
  private var firstUnits = [UInt64](repeating: 0, count: 1024)

  /// Bits for pairs of units that terms begin with, by a hash that pairs may share.
  private var firstPairs = [UInt64](repeating: 0, count: 256)
  /// One bit a UTF-16 unit: whether a term has it alone.
  private var singles = [UInt64](repeating: 0, count: 1024)

  /// Builds the trie.
  ///
  /// Where two entries share a spelling, the earlier one keeps it.
  init(_ lexicon: Lexicon, normalize: (String) throws(ICUError) -> [UInt16]) throws(ICUError) {
    for (index, entry) in lexicon.entries.enumerated() {
      let preferred = try normalize(entry.term)
      texts.append(String(decoding: preferred, as: UTF16.self))
      hashes.append(TermHash.word(preferred.span))
      insert(preferred, Int32(index))
      for variant in entry.variants { insert(try normalize(variant), Int32(index)) }
    }
  }

  private mutating func insert(_ units: [UInt16], _ entry: Int32) {
    guard let first = units.first else { return }
    firstUnits[Int(first >> 6)] |= 1 << UInt64(first & 63)
    if units.count == 1 {
      singles[Int(first >> 6)] |= 1 << UInt64(first & 63)
    } else {
      let pair = Self.pairBit(first, units[1])
      firstPairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }
    var node: Int32 = 0
    for unit in units {
      var next = transition(from: node, by: unit)
      if next < 0 {
        next = Int32(entries.count)
        entries.append(-1)
        addTransition(Transition(key: UInt64(node) << 16 | UInt64(unit), node: next))
      }
      node = next
    }
    if entries[Int(node)] < 0 { entries[Int(node)] = entry }
  }

  private mutating func addTransition(_ transition: Transition) {
    // At most half full, so that probes are short.
    if (transitionCount + 1) * 2 > transitions.count {
      let old = transitions
      transitions = [Transition](repeating: Transition(), count: old.count * 2)
      for entry in old where entry.node >= 0 { transitions[slot(of: entry.key)] = entry }
    }
    transitions[slot(of: transition.key)] = transition
    transitionCount += 1
  }

  /// The slot that has a key, or the empty one where it belongs.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = transitions.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while transitions[slot].node >= 0, transitions[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private func transition(from node: Int32, by unit: UInt16) -> Int32 {
    transitions[slot(of: UInt64(node) << 16 | UInt64(unit))].node
  }

  /// Whether any term begins with `unit`.
  @inline(__always)
  func mayBegin(with unit: UInt16) -> Bool {
    firstUnits[Int(unit >> 6)] & (1 << UInt64(unit & 63)) != 0
  }

  /// Whether any term may begin at `start`, told from two units.
  @inline(__always)
  func mayBegin(in units: Span<UInt16>, at start: Int) -> Bool {
    let first = units[start]
    guard mayBegin(with: first) else { return false }
    if singles[Int(first >> 6)] & (1 << UInt64(first & 63)) != 0 { return true }
    guard start + 1 < units.count else { return false }
    let pair = Self.pairBit(first, units[start + 1])
    return firstPairs[pair >> 6] & (1 << UInt64(pair & 63)) != 0
  }

  @inline(__always)
  private static func pairBit(_ first: UInt16, _ second: UInt16) -> Int {
    Int(((UInt32(first) << 16 | UInt32(second)) &* 0x9E37_79B1) >> 18)
  }

  /// The longest term that begins at `start` and may end where it ends.
  @inline(__always)
  func longestMatch(
    in units: Span<UInt16>, from start: Int, mayEnd: (Int) -> Bool
  ) -> (entry: Int32, end: Int)? {
    guard mayBegin(in: units, at: start) else { return nil }
    var node: Int32 = 0
    var best: (entry: Int32, end: Int)?
    var position = start
    while position < units.count {
      let next = transition(from: node, by: units[position])
      guard next >= 0 else { break }
      node = next
      position += 1
      let entry = entries[Int(node)]
      if entry >= 0, mayEnd(position) { best = (entry, position) }
    }
    return best
  }
}
