internal import CBytes
internal import Talks

/// A quick look at text for characters that only damaged slide text has much of.
///
/// Talk JSONL is a contract and mostly written by programs that read slides well, so
/// its text is repaired only where this finds something: two neighbours of the code
/// points U+0100–U+1FFF (where misread fonts put kana and ideographs; a single one is
/// more likely the μ of a microsecond), CJK radicals, private use, U+FFFD or control
/// characters. Honest text with such characters costs a closer look, no more.
enum DamageHint {
  /// Whether title or slides hold such a character.
  ///
  /// - Complexity: O(*n*); some GB/s.
  static func isFound(in talk: Talk) -> Bool {
    isFound(in: talk.title) || talk.slides.contains { isFound(in: $0.text) }
  }

  private static func isFound(in text: String) -> Bool { isFound(in: text.utf8Span.span) }

  /// Whether well-formed UTF-8 holds such a character.
  static func isFound(in bytes: Span<UInt8>) -> Bool {
    var index = 0
    // Where the last character of U+0100–U+1FFF ended.
    var foreignEnd = -1
    while true {
      index = soundEnd(of: bytes, from: index)
      guard index < bytes.count else { return false }
      let end = min(index + Int(CBYTES_BLOCK), bytes.count)
      while index < end {
        if isDamage(in: bytes, &index, &foreignEnd) { return true }
      }
    }
  }

  /// Looks at the character at `index` and goes behind it.
  private static func isDamage(
    in bytes: Span<UInt8>, _ index: inout Int, _ foreignEnd: inout Int
  ) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 {
      index += 1
      return byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F
    }
    // Where a block ended within a character, its first byte was passed.
    if byte < 0xC0 {
      index += 1
      return false
    }
    let start = index
    index += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    switch byte {
    case 0xC2:
      // C1 controls.
      return bytes[start + 1] < 0xA0
    case 0xC4...0xDF, 0xE0, 0xE1:
      defer { foreignEnd = index }
      return foreignEnd == start
    case 0xE2:
      return bytes[start + 1] >= 0xBA
    case 0xEE:
      return true
    case 0xEF:
      let second = bytes[start + 1]
      return second < 0xA4 || second == 0xBF && bytes[start + 2] == 0xBD
    default:
      return false
    }
  }

  /// Where the text from `start` on is to be looked at character by character: the
  /// first block of bytes that may hold damage, or what is left behind the last block.
  private static func soundEnd(of bytes: Span<UInt8>, from start: Int) -> Int {
    // SAFETY: because extracting checks the range, and the call reads within it.
    unsafe bytes.extracting(start...).withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return start }
      return unsafe start + cbytes_sound_length(base, bytes.count)
    }
  }
}
