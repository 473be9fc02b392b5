internal import CICU

/// Open addressing from 64-bit hashes to positions.
///
/// The keys are hashes already, so a slot is found by their low bits alone; the
/// table is at most half full, and probing is linear. Most words of a text are in no
/// vocabulary: an array of bits, small enough for a nearer cache, tells nearly all of
/// those apart.
package struct HashTable: Sendable {
  /// A hash beside its position, in one cache line.
  private struct Slot {
    var key: UInt64 = 0
    var value: Int32 = -1
  }

  private var slots: [Slot]
  private let mask: Int
  private var filter: [UInt64]
  private let filterShift: UInt64

  /// Maps nothing.
  package init() {
    mask = 15
    slots = [Slot](repeating: Slot(), count: 16)
    filter = [0]
    filterShift = 58
  }

  /// Maps each hash to its position; nil when two are equal.
  package init?(_ hashes: [UInt64]) {
    var bits: UInt64 = 4
    while 1 << bits < hashes.count * 2 { bits += 1 }
    mask = 1 << Int(bits) - 1
    slots = [Slot](repeating: Slot(), count: mask + 1)
    // Eight to sixteen bits a hash, found by its high bits.
    let filterBits = max(6, bits + 3)
    filter = [UInt64](repeating: 0, count: 1 << Int(filterBits - 6))
    filterShift = 64 - filterBits
    for (position, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].value >= 0 {
        if slots[slot].key == hash { return nil }
        slot = (slot + 1) & mask
      }
      slots[slot] = Slot(key: hash, value: Int32(position))
      let bit = hash >> filterShift
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
  }

  /// Whether a hash may be there: false says that it is not.
  @inline(__always)
  func mayHave(_ hash: UInt64) -> Bool {
    let bit = hash >> filterShift
    return filter[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 != 0
  }

  /// The position of a hash, or -1.
  @inline(__always)
  package func index(of hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].value >= 0 {
      if slots[slot].key == hash { return slots[slot].value }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Finds those of the names that the table has, in their order.
  ///
  /// In two passes: the first asks the filter and has the slots of those that pass
  /// fetched, the second reads them, so that the waits for memory overlap.
  package func find(_ names: borrowing TermNames, into found: inout FoundTerms) {
    found.begin(nameCount: names.count)
    let (mask, filterShift, nameCount) = (UInt64(mask), filterShift, names.count)
    // SAFETY: because there are `count` names and room for as many found (begin), the
    // filter has a bit for every hash's high bits, and a slot is below the mask.
    let (hashes, areWords) = unsafe (names.hashes, names.areWords)
    let positions = unsafe found.positions
    unsafe slots.withUnsafeBufferPointer { slots in
      unsafe filter.withUnsafeBufferPointer { filter in
        guard let slots = slots.baseAddress, let filter = filter.baseAddress else { return }
        var candidateCount = 0
        for name in 0..<nameCount {
          let hash = unsafe hashes[name]
          let bit = hash >> filterShift
          let word = unsafe filter[Int(truncatingIfNeeded: bit >> 6)]
          let isCandidate = word >> (bit & 63) & 1
          unsafe cicu_prefetch(slots + Int(truncatingIfNeeded: hash & mask & (0 &- isCandidate)))
          unsafe positions[candidateCount] = Int32(truncatingIfNeeded: name)
          candidateCount &+= Int(truncatingIfNeeded: isCandidate)
        }
        var count = 0
        var wordCount = 0
        for candidate in 0..<candidateCount {
          let name = Int(unsafe positions[candidate])
          let hash = unsafe hashes[name]
          var slot = hash & mask
          var entry = unsafe slots[Int(truncatingIfNeeded: slot)]
          while entry.value >= 0, entry.key != hash {
            slot = (slot &+ 1) & mask
            entry = unsafe slots[Int(truncatingIfNeeded: slot)]
          }
          // Never ahead of the candidate that is read next.
          unsafe positions[count] = entry.value
          let isFound = Int(1 &+ (entry.value >> 31))
          wordCount &+= isFound & Int(unsafe areWords[name])
          count &+= isFound
        }
        found.count = count
        found.wordCount = wordCount
      }
    }
  }
}
