/// Finds lexicon terms in normalized text: a trie over UTF-16 units.
///
/// Immutable and shared by all workers.
struct LexiconMatcher: Sendable {
  /// The preferred form of each entry, normalized: the name of its feature.
  private(set) var texts: [String] = []
  /// The hash of each entry's preferred form.
  private(set) var hashes: [UInt64] = []

  /// Node × unit → node.
  private var transitions: [UInt64: Int32] = [:]
  /// The entry that ends at a node, or -1.
  private var entries: [Int32] = [-1]
  /// One bit a UTF-16 unit: whether any term begins with it.
  private var firstUnits = [UInt64](repeating: 0, count: 1024)

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
    var node: Int32 = 0
    for unit in units {
      let key = UInt64(node) << 16 | UInt64(unit)
      if let next = transitions[key] {
        node = next
      } else {
        let next = Int32(entries.count)
        transitions[key] = next
        entries.append(-1)
        node = next
      }
    }
    if entries[Int(node)] < 0 { entries[Int(node)] = entry }
  }

  /// Whether any term begins with `unit`.
  @inline(__always)
  func mayBegin(with unit: UInt16) -> Bool {
    firstUnits[Int(unit >> 6)] & (1 << UInt64(unit & 63)) != 0
  }

  /// The longest term that begins at `start` and may end where it ends.
  func longestMatch(
    in units: [UInt16], from start: Int, mayEnd: (Int) -> Bool
  ) -> (entry: Int32, end: Int)? {
    guard mayBegin(with: units[start]) else { return nil }
    var node: Int32 = 0
    var best: (entry: Int32, end: Int)?
    var position = start
    while position < units.count {
      guard let next = transitions[UInt64(node) << 16 | UInt64(units[position])] else { break }
      node = next
      position += 1
      let entry = entries[Int(node)]
      if entry >= 0, mayEnd(position) { best = (entry, position) }
    }
    return best
  }
}
