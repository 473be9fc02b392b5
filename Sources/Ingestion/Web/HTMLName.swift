/// Names in HTML, which differ from each other in ASCII letters without case.
enum HTMLName {
  /// FNV-1a, 64 bits.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of one more byte.
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    return (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01B3
  }

  /// The hash of a name.
  static func hash(_ name: String) -> UInt64 { name.utf8.reduce(seed, hash) }
}

/// What a few names mean, found by their hashes by open addressing.
///
/// The names are fixed, so a page can make a look-up no slower; one that has the
/// hash of another is taken for it, which harms nobody.
struct HTMLNameTable<Meaning: Sendable>: Sendable {
  private var entries: [(hash: UInt64, meaning: Meaning)?]
  private let mask: Int

  init(_ meanings: [(hash: UInt64, meaning: Meaning)]) {
    // A quarter full at most, so that runs are short.
    var size = 4
    while size < 4 * meanings.count { size *= 2 }
    mask = size - 1
    entries = Array(repeating: nil, count: size)
    for entry in meanings {
      var index = slot(entry.hash)
      while entries[index] != nil { index = (index + 1) & mask }
      entries[index] = entry
    }
  }

  /// The meaning of a name, or nil.
  subscript(hash: UInt64) -> Meaning? {
    var index = slot(hash)
    while let entry = entries[index] {
      if entry.hash == hash { return entry.meaning }
      index = (index + 1) & mask
    }
    return nil
  }

  /// FNV-1a mixes its upper half best.
  private func slot(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) & mask }
}
