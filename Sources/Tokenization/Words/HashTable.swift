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

  /// Replaces `positions` by the position of each hash, or -1.
  ///
  /// In two passes: the first asks the filter and has the slots of those that pass
  /// fetched, the second reads them, so that the waits for memory overlap.
  ///
  /// - Parameters:
  ///   - hashes: What to look for.
  ///   - positions: As many as hashes, in their order.
  ///   - candidates: Memory to work in; its content is lost.
  package func lookUp(
    _ hashes: [UInt64], into positions: inout [Int32], candidates: inout [Int32]
  ) {
    positions.removeAll(keepingCapacity: true)
    positions.append(contentsOf: repeatElement(-1, count: hashes.count))
    if candidates.count < hashes.count {
      candidates = [Int32](repeating: 0, count: hashes.count)
    }
    var count = 0
    for (term, hash) in hashes.enumerated() {
      let isCandidate = mayHave(hash)
      prefetch(isCandidate ? Int(truncatingIfNeeded: hash) & mask : 0)
      candidates[count] = Int32(truncatingIfNeeded: term)
      count += isCandidate ? 1 : 0
    }
    for candidate in 0..<count {
      let term = Int(candidates[candidate])
      positions[term] = index(of: hashes[term])
    }
  }

  @inline(__always)
  private func prefetch(_ slot: Int) {
    // SAFETY: because nothing is read through the pointer.
    unsafe slots.withUnsafeBufferPointer { slots in
      guard let base = slots.baseAddress else { return }
      unsafe cicu_prefetch(base + slot)
    }
  }
}
