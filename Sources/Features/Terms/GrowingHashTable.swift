/// Open addressing from 64-bit hashes to positions, for counting: it grows as hashes
/// come, where a vocabulary's ``HashTable`` is made once and read from then on.
package struct GrowingHashTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private var count = 0

  /// Creates an empty table with room for some hashes.
  package init(capacity: Int = 0) {
    var slots = 16
    while slots < capacity * 2 { slots *= 2 }
    mask = slots - 1
    keys = [UInt64](repeating: 0, count: slots)
    values = [Int32](repeating: -1, count: slots)
  }

  /// The position of a hash, or -1.
  @inline(__always)
  package func index(of hash: UInt64) -> Int32 { values[slot(of: hash)] }

  /// Maps a hash to a position, 0 or more, unless it has one; that one, or nil.
  @inline(__always)
  package mutating func insert(_ hash: UInt64, _ position: Int32) -> Int32? {
    let slot = slot(of: hash)
    if values[slot] >= 0 { return values[slot] }
    keys[slot] = hash
    values[slot] = position
    count += 1
    if count * 2 > keys.count { grow() }
    return nil
  }

  /// Where a hash is, or may be put.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while values[slot] >= 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = GrowingHashTable(capacity: keys.count)
    for (slot, value) in values.enumerated() where value >= 0 {
      let free = larger.slot(of: keys[slot])
      larger.keys[free] = keys[slot]
      larger.values[free] = value
    }
    larger.count = count
    self = larger
  }
}
