/// ICU's dictionary of Chinese and Japanese words, laid out for speed: a double
/// array over character codes.
///
/// Codes are ascending from the most frequent character, and prefixes of frequent
/// words were placed first, so that what common text needs lies together at the
/// start. An entry is 64 bits:
///
/// | bits | what |
/// | --- | --- |
/// | 0–8 | the cost of the word that ends here, or ``noWord`` |
/// | 9–23 | the code of the character that leads here |
/// | 24–47 | the base: entry base + c may be what follows by code c |
/// | 48–63 | a bit for each code that follows, by its low four bits |
///
/// No two entries with followers share a base, so an entry that has the code c at
/// base + c is the follower and nothing else's.
///
/// Immutable, shared by all workers. About 4 MB, made in about a twentieth of a second.
/// - SeeAlso: Aoe, "An efficient digital search algorithm by using a double-array
///   structure", 1989.
struct DictionaryTable: Sendable {
  /// In place of a cost where no word ends.
  static let noWord: UInt64 = 0x100
  static let wordMask: UInt64 = 0x1FF
  static let codeShift: UInt64 = 9
  static let codeMask: UInt64 = 0x7FFF
  static let baseShift: UInt64 = 24
  static let baseMask: UInt64 = 0xFF_FFFF
  static let followerShift: UInt64 = 48
  /// The code of an empty entry; no character has it.
  static let emptyCode: UInt64 = 0x7FFF

  /// The code of each UTF-16 unit; 0 for those that no word has.
  let codes: [UInt16]
  /// The entry of each character that begins words, by its code.
  let firsts: [UInt64]
  /// The entries after the first character.
  let entries: [UInt64]
}
