internal import CICU

/// The fragments of a vocabulary as a trie over UTF-16 units: from a unit to the
/// pairs it begins, from a pair to the third units.
///
/// What follows a unit or a pair is a block of slots: a search begins at the one that the
/// low bits of the unit say and ends at an empty one. A text is walked without a hash,
/// and what the same pair needs lies together.
///
/// Immutable, shared by all workers.
package struct FragmentTable: Sendable {
  /// Slots that belong together; the first block is an empty one.
  private struct Block {
    var start: UInt32 = 0
    /// Slots less one.
    var mask: UInt32 = 0
  }

  /// A pair by its second unit, 0 where there is none.
  private struct Pair {
    var unit: UInt16 = 0
    /// Its position in the vocabulary, or -1.
    var position: Int32 = -1
    var thirds = Block()
  }

  /// A fragment of three by its third unit, 0 where there is none.
  private struct Triple {
    var unit: UInt16 = 0
    var position: Int32 = -1
  }

  /// The pairs that each unit begins.
  private var seconds = [Block](repeating: Block(), count: 0x10000)
  private var pairs = [Pair()]
  private var triples = [Triple()]

  /// Takes those of the hashes that are fragments', with their positions.
  ///
  /// - Complexity: O(*n*) for *n* hashes that ascend by their fragments, as in a
  ///   vocabulary; otherwise they are sorted.
  package init(_ hashes: [UInt64]) {
    var fragments: [(key: UInt64, position: Int32)] = []
    for (position, hash) in hashes.enumerated() {
      guard let key = Self.key(of: hash) else { continue }
      fragments.append((key, Int32(position)))
    }
    if !zip(fragments, fragments.dropFirst()).allSatisfy({ $0.key < $1.key }) {
      fragments.sort { $0.key < $1.key }
    }
    var followers: [Pair] = []
    var thirds: [Triple] = []
    for (index, fragment) in fragments.enumerated() {
      let second = UInt16(truncatingIfNeeded: fragment.key >> 16)
      let third = UInt16(truncatingIfNeeded: fragment.key)
      if followers.last?.unit != second { followers.append(Pair(unit: second)) }
      if third == 0 {
        followers[followers.count - 1].position = fragment.position
      } else {
        thirds.append(Triple(unit: third, position: fragment.position))
      }
      // What follows is told by the next fragment.
      let next = index + 1 < fragments.count ? fragments[index + 1].key : .max
      if next >> 16 != fragment.key >> 16 {
        followers[followers.count - 1].thirds = Self.addBlock(
          of: thirds, to: &triples, empty: Triple()
        ) { $0.unit }
        thirds.removeAll(keepingCapacity: true)
      }
      if next >> 32 != fragment.key >> 32 {
        seconds[Int(fragment.key >> 32)] = Self.addBlock(
          of: followers, to: &pairs, empty: Pair()
        ) { $0.unit }
        followers.removeAll(keepingCapacity: true)
      }
    }
  }

  /// The units of a fragment, the first highest, or nil for what is no fragment's hash.
  private static func key(of hash: UInt64) -> UInt64? {
    let units = TermHash.units(ofFragment: hash)
    let first = units & 0xFFFF
    let second = units >> 16 & 0xFFFF
    guard units >> 48 == 0, first != 0, second != 0 else { return nil }
    return first << 32 | second << 16 | units >> 32
  }

  private static func addBlock<Slot>(
    of followers: [Slot], to slots: inout [Slot], empty: Slot, unit: (Slot) -> UInt16
  ) -> Block {
    guard !followers.isEmpty else { return Block() }
    var size = 2
    while size < followers.count + followers.count / 2 { size *= 2 }
    let start = slots.count
    slots.append(contentsOf: repeatElement(empty, count: size + 1))
    for follower in followers {
      var slot = start + Int(unit(follower)) & (size - 1)
      while unit(slots[slot]) != 0 { slot += 1 }
      slots[slot] = follower
      // What comes last is empty: there a search ends.
      if slot + 1 == slots.count { slots.append(empty) }
    }
    return Block(start: UInt32(start), mask: UInt32(size - 1))
  }

  /// Finds the fragments of the block that was tokenized last, in the order in which
  /// ``Fragments/forEach(in:_:)`` gives them.
  ///
  /// In three passes, so that the waits for memory overlap: each has the slots fetched
  /// that the next one reads.
  package func find(in scratch: borrowing TokenizationScratch, into found: inout FoundTerms) {
    let text = scratch.block.normalized.storage.span.extracting(
      0..<scratch.block.normalized.count)
    found.begin(nameCount: 2 * text.count)
    // SAFETY: because there are a slot and a place for two fragments a unit (begin);
    // each block lies within its slots, and an empty one is behind it.
    unsafe seconds.withUnsafeBufferPointer { seconds in
      unsafe pairs.withUnsafeBufferPointer { pairs in
        unsafe triples.withUnsafeBufferPointer { triples in
          guard let seconds = seconds.baseAddress, let pairs = pairs.baseAddress,
            let triples = triples.baseAddress
          else { return }
          let count = unsafe Self.startPairs(of: text, seconds, pairs, &found)
          unsafe Self.findPairs(count, pairs, triples, &found)
          unsafe Self.findTriples(count, triples, &found)
        }
      }
    }
  }

  /// Notes of each unit that stays, and of each place that no fragment goes across, the
  /// slot where its search as a second unit begins, and the unit beside it.
  @inline(__always) @unsafe
  private static func startPairs(
    of text: Span<UInt16>, _ seconds: UnsafePointer<Block>, _ pairs: UnsafePointer<Pair>,
    _ found: inout FoundTerms
  ) -> Int {
    let slots = unsafe found.slots
    var count = 0
    var block = Block()
    var isAfterSpace = false
    for index in text.indices {
      var unit = unsafe text[unchecked: index]
      if !Fragments.isPlain(unit) {
        let isSurrogate = unit & 0xF800 == 0xD800
        if !isSurrogate, Fragments.isSpace(unit) { unit = 0x20 }
        if unit == 0x20, isAfterSpace { continue }
        // No unit is 0: nothing follows it, and it follows nothing.
        if isSurrogate { unit = 0 }
      }
      isAfterSpace = unit == 0x20
      let slot = unit == 0 ? 0 : block.start &+ UInt32(unit) & block.mask
      unsafe cicu_prefetch(pairs + Int(slot))
      unsafe slots[count] = slot
      unsafe slots[count &+ 1] = UInt32(unit)
      count &+= 2
      block = unsafe seconds[Int(unit)]
    }
    return count
  }

  /// Puts the position of each pair, or -1, and the slot where the search for its third
  /// unit begins in the places of what was noted.
  @inline(__always) @unsafe
  private static func findPairs(
    _ count: Int, _ pairs: UnsafePointer<Pair>, _ triples: UnsafePointer<Triple>,
    _ found: inout FoundTerms
  ) {
    let (slots, positions) = unsafe (found.slots, found.positions)
    var thirds = Block()
    var index = 0
    while index < count {
      let unit = unsafe slots[index &+ 1]
      var pair = unsafe pairs + Int(slots[index])
      while unsafe pair.pointee.unit != unit && pair.pointee.unit != 0 { unsafe pair += 1 }
      unsafe positions[index] = pair.pointee.position
      let slot = thirds.start &+ unit & thirds.mask
      unsafe cicu_prefetch(triples + Int(slot))
      unsafe slots[index] = slot
      thirds = unsafe pair.pointee.thirds
      index &+= 2
    }
  }

  /// Leaves the positions of those found, each pair's before that of the three units
  /// that end with it.
  @inline(__always) @unsafe
  private static func findTriples(
    _ count: Int, _ triples: UnsafePointer<Triple>, _ found: inout FoundTerms
  ) {
    let (slots, positions) = unsafe (found.slots, found.positions)
    var foundCount = 0
    var index = 0
    while index < count {
      let unit = unsafe slots[index &+ 1]
      let pair = unsafe positions[index]
      var triple = unsafe triples + Int(slots[index])
      while unsafe triple.pointee.unit != unit && triple.pointee.unit != 0 {
        unsafe triple += 1
      }
      // Never ahead of the pair that is read next.
      unsafe positions[foundCount] = pair
      foundCount &+= Int(1 &+ (pair >> 31))
      let position = unsafe triple.pointee.position
      unsafe positions[foundCount] = position
      foundCount &+= Int(1 &+ (position >> 31))
      index &+= 2
    }
    found.count = foundCount
  }
}
