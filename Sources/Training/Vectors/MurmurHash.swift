/// MurmurHash64A with seed 1: how spaCy names strings.
///
/// - SeeAlso: Austin Appleby's public-domain MurmurHash2.
enum MurmurHash {
  static func hash(_ bytes: [UInt8], seed: UInt64 = 1) -> UInt64 {
    let multiplier: UInt64 = 0xC6A4_A793_5BD1_E995
    var hash = seed ^ (UInt64(bytes.count) &* multiplier)
    var position = 0
    while position + 8 <= bytes.count {
      var block = (0..<8).reduce(UInt64(0)) {
        $0 | UInt64(bytes[position + $1]) << (8 * UInt64($1))
      }
      block = block &* multiplier
      block ^= block >> 47
      block = block &* multiplier
      hash = (hash ^ block) &* multiplier
      position += 8
    }
    if position < bytes.count {
      for (index, byte) in bytes[position...].enumerated() {
        hash ^= UInt64(byte) << (8 * UInt64(index))
      }
      hash = hash &* multiplier
    }
    hash ^= hash >> 47
    hash = hash &* multiplier
    return hash ^ (hash >> 47)
  }
}
