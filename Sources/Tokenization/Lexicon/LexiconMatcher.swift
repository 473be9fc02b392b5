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
  private(set) var firstUnits = [UInt64](repeating: 0, count: 1024)

  /// Bits for the first three units of terms that have so many, and for both of those
  /// that have two, by a hash that several may share.
  private var firstTriples = [UInt64](repeating: 0, count: 512)
  /// Whether any term has two units.
  private var hasPairs = false
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
      let bit = Self.tripleBit(first, units[1], units.count > 2 ? units[2] : 0)
      firstTriples[bit >> 6] |= 1 << UInt64(bit & 63)
      hasPairs = hasPairs || units.count == 2
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

  /// Whether any term may begin at `start`, told from three units.
  @inline(__always)
  func mayBegin(in units: Span<UInt16>, at start: Int) -> Bool {
    let first = units[start]
    return mayBegin(with: first) && mayGoOn(in: units, from: start)
  }

  @inline(__always)
  private func mayGoOn(in units: Span<UInt16>, from start: Int) -> Bool {
    let first = units[start]
    if singles[Int(first >> 6)] & (1 << UInt64(first & 63)) != 0 { return true }
    guard start + 1 < units.count else { return false }
    let second = units[start + 1]
    let third = start + 2 < units.count ? units[start + 2] : 0
    return has(Self.tripleBit(first, second, third))
      || (hasPairs && has(Self.tripleBit(first, second, 0)))
  }

  @inline(__always)
  private func has(_ bit: Int) -> Bool { firstTriples[bit >> 6] >> UInt64(bit & 63) & 1 != 0 }

  @inline(__always)
  private static func tripleBit(_ first: UInt16, _ second: UInt16, _ third: UInt16) -> Int {
    let units = UInt64(first) | UInt64(second) << 16 | UInt64(third) << 32
    return Int(truncatingIfNeeded: (units &* 0x9E37_79B9_7F4A_7C15) >> 49)
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
