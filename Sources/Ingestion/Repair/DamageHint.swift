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

  private static func isFound(in text: String) -> Bool {
    let bytes = text.utf8Span.span
    var index = 0
    // Where the last character of U+0100–U+1FFF ended.
    var foreignEnd = -1
    while index < bytes.count {
      // SAFETY: because index is below the count, and text is valid UTF-8.
      let byte = unsafe bytes[unchecked: index]
      // Kana, ideographs and printable ASCII are nearly everything there is.
      if byte &- 0xE3 <= 6 {
        index += 3
        continue
      }
      if byte &- 0x20 < 0x5F {
        index += 1
        continue
      }
      if byte < 0x80 {
        if byte != 0x0A && byte != 0x09 { return true }
        index += 1
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      switch byte {
      case 0xC2:
        // C1 controls.
        if bytes[index + 1] < 0xA0 { return true }
      case 0xC4...0xDF, 0xE0, 0xE1:
        if foreignEnd == index { return true }
        foreignEnd = index + length
      case 0xE2:
        if bytes[index + 1] >= 0xBA { return true }
      case 0xEE:
        return true
      case 0xEF:
        let second = bytes[index + 1]
        if second < 0xA4 || second == 0xBF && bytes[index + 2] == 0xBD { return true }
      default:
        break
      }
      index += length
    }
    return false
  }
}
