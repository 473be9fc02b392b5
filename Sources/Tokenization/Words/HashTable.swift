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
    /// What is asked for beside the position, so that it costs no further wait.
    var note: Float = 0
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
  ///
  /// - Parameters:
  ///   - hashes: The keys.
  ///   - notes: A number to keep beside each, or none.
  package init?(_ hashes: [UInt64], notes: [Float] = []) {
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
      slots[slot] = Slot(
        key: hash, value: Int32(position), note: position < notes.count ? notes[position] : 0)
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
    let mask = mask
    // SAFETY: because there are `count` names and room for as many found (begin), the
    // filter has a bit for every hash's high bits, and a slot is below the mask.
    unsafe slots.withUnsafeBufferPointer { slots in
      unsafe filter.withUnsafeBufferPointer { filter in
        guard let slots = slots.baseAddress, let filter = filter.baseAddress else { return }
        var candidateCount = 0
        for name in 0..<names.count {
          let hash = unsafe names.hashes[name]
          let bit = hash >> filterShift
          let isCandidate =
            unsafe filter[Int(truncatingIfNeeded: bit >> 6)] >> (bit & 63) & 1 != 0
          unsafe cicu_prefetch(slots + (isCandidate ? Int(truncatingIfNeeded: hash) & mask : 0))
          unsafe found.positions[candidateCount] = Int32(truncatingIfNeeded: name)
          candidateCount &+= isCandidate ? 1 : 0
        }
        var count = 0
        var wordCount = 0
        for candidate in 0..<candidateCount {
          let name = Int(unsafe found.positions[candidate])
          let hash = unsafe names.hashes[name]
          var slot = Int(truncatingIfNeeded: hash) & mask
          var entry = unsafe slots[slot]
          while entry.value >= 0, entry.key != hash {
            slot = (slot &+ 1) & mask
            entry = unsafe slots[slot]
          }
          // Never ahead of the candidate that is read next.
          unsafe found.positions[count] = entry.value
          unsafe found.notes[count] = entry.note
          let isFound = entry.value >= 0
          wordCount &+= isFound ? Int(unsafe names.areWords[name]) : 0
          count &+= isFound ? 1 : 0
        }
        found.count = count
        found.wordCount = wordCount
      }
    }
  }
}
