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

  /// Replaces `positions` by the position of each hash, or -1.
  ///
  /// Look-ups in a row do not wait for each other, as those of separate calls would.
  package func lookUp(_ hashes: [UInt64], into positions: inout [Int32]) {
    positions.removeAll(keepingCapacity: true)
    for hash in hashes { positions.append(mayHave(hash) ? index(of: hash) : -1) }
  }
}
