/// Open addressing from 64-bit hashes to positions.
///
/// The keys are hashes already, so a slot is found by their low bits alone; the
/// table is at most half full, and probing is linear.
package struct HashTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private let mask: Int

  /// Maps each hash to its position; nil when two are equal.
  package init?(_ hashes: [UInt64]) {
    var capacity = 16
    while capacity < hashes.count * 2 { capacity *= 2 }
    mask = capacity - 1
    keys = [UInt64](repeating: 0, count: capacity)
    values = [Int32](repeating: -1, count: capacity)
    for (position, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while values[slot] >= 0 {
        if keys[slot] == hash { return nil }
        slot = (slot + 1) & mask
      }
      keys[slot] = hash
      values[slot] = Int32(position)
    }
  }

  /// The position of a hash, or -1.
  @inline(__always)
  package func index(of hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while values[slot] >= 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }
}
