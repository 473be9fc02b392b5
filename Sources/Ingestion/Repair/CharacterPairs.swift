/// A set of pairs of characters.
///
/// By open addressing, as a Set's hashing takes most of the time of a look-up. The
/// pairs are fixed, so no text can make one slower. Both characters are of the Basic
/// Multilingual Plane: so the table stays small enough for a cache.
struct CharacterPairs: Sendable {
  /// Pairs, 0 where there is none; a quarter full at most.
  private var keys: [UInt32]
  private let mask: Int

  /// Takes characters two by two.
  init(_ characters: [UInt32]) {
    var size = 16
    while size < 2 * characters.count { size *= 2 }
    mask = size - 1
    keys = [UInt32](repeating: 0, count: size)
    for index in stride(from: 0, to: characters.count - 1, by: 2) {
      let key = Self.key(characters[index], characters[index + 1])
      var place = place(of: key)
      while keys[place] != 0 { place = (place + 1) & mask }
      keys[place] = key
    }
  }

  /// Whether two characters are a pair.
  func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    guard first | second < 0x10000 else { return false }
    let key = Self.key(first, second)
    var place = place(of: key)
    while keys[place] != 0 {
      if keys[place] == key { return true }
      place = (place + 1) & mask
    }
    return false
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt32 {
    first << 16 | second & 0xFFFF
  }

  private func place(of key: UInt32) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }
}
