/// What a character identifier (CID) of a Japanese font shows.
///
/// Fonts of the character collection Adobe-Japan1 number their glyphs by CID.
/// A program that takes the CIDs for code points gives 信 as U+09F4, its CID.
enum AdobeJapan1 {
  /// The character of each CID, 0 for none; made at its first use.
  static let characters: [UInt32] = {
    var characters = [UInt32](repeating: 0, count: AdobeJapan1Table.lastCID + 1)
    for row in AdobeJapan1Table.rows {
      for (offset, scalar) in row.characters.unicodeScalars.enumerated()
      where scalar != "\u{FFFD}" && row.first + offset < characters.count {
        characters[row.first + offset] = scalar.value
      }
    }
    return characters
  }()

  /// The character of a CID, or 0 where it has none.
  static func character(_ cid: UInt32) -> UInt32 {
    cid < UInt32(characters.count) ? characters[Int(cid)] : 0
  }
}
