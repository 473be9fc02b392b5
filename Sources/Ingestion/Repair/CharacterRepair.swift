internal import Characters

/// Mends or takes out single characters.
struct CharacterRepair {
  /// The text so far, as UTF-8.
  private var result: [UInt8] = []
  /// Whether anything was mended.
  private var isChanged = false

  /// Mends a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8, with CIDs already decoded.
  ///   - notes: Takes the counts.
  /// - Returns: The mended text, or nil when nothing had to be done.
  static func repair(_ text: [UInt8], notes: inout ReadingNotes) -> [UInt8]? {
    var repair = CharacterRepair()
    repair.result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, !mayNeedMending(text[index]) { index += 1 }
      repair.result += text[start..<index]
      if index < text.count { index += repair.take(text.span, index, &notes) }
    }
    return repair.isChanged ? repair.result : nil
  }

  /// Whether the first byte of a character leaves it open that the character is damage.
  private static func mayNeedMending(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEE, 0xEF, 0xF3, 0xF4: true
    default: false
    }
  }

  /// Takes one character, or a few, and returns how many bytes.
  private mutating func take(
    _ text: Span<UInt8>, _ index: Int, _ notes: inout ReadingNotes
  ) -> Int {
    let (scalar, length) = CodePoints.decode(text, index)
    let end = index + length
    let next = end < text.count ? CodePoints.decode(text, end).scalar : 0x0A
    guard let mended = mended(scalar, before: next, &notes) else {
      for offset in index..<end { result.append(text[offset]) }
      return length
    }
    isChanged = true
    result += CodePoints.encode(mended)
    // A bullet of a font's own goes with the space after it.
    return Self.isPrivate(scalar) && next == 0x20 && isAtLineStart ? length + 1 : length
  }

  /// The last character so far.
  private var last: UInt32? {
    guard let start = result.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return nil }
    return CodePoints.decode(result.span, start).scalar
  }

  private var isAtLineStart: Bool { result.last ?? 0x0A == 0x0A }

  private static func isPrivate(_ scalar: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(scalar) || (0xF0000...0x10FFFF).contains(scalar)
  }

  /// What a character becomes, or nil where it stays.
  private func mended(
    _ scalar: UInt32, before next: UInt32, _ notes: inout ReadingNotes
  ) -> [UInt32]? {
    switch scalar {
    case 0x09, 0x0A: return nil
    case 0x0D where next == 0x0A: return []
    // Line ends of other kinds; presentations use the vertical tab.
    case 0x0B, 0x0C, 0x0D, 0x85: return [0x0A]
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0xFFF9...0xFFFB:
      notes[.controlCharacters] += 1
      return []
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      // Within scripts that need them, and in emoji, they are writing.
      guard Self.isPlain(last), Self.isPlain(next) else { return nil }
      notes[.controlCharacters] += 1
      return []
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
      notes[.privateUseCharacters] += 1
      return []
    case 0xFFFD:
      notes[.replacementCharacters] += 1
      return []
    case 0x2027:
      // Between Latin letters it parts syllables, as dictionaries do.
      guard !Self.isLatin(last), !Self.isLatin(next) else { return nil }
      notes[.punctuation] += 1
      return [0x30FB]
    case 0xFE10...0xFE19, 0xFE30...0xFE44:
      guard let mark = Self.upright(scalar) else { return nil }
      notes[.punctuation] += 1
      return [mark]
    default:
      let ideograph = UnifiedIdeographs.ideograph(for: scalar)
      guard ideograph != scalar else { return nil }
      notes[.radicals] += 1
      return [ideograph]
    }
  }

  /// Whether invisible characters mean nothing beside this one: ASCII, Japanese,
  /// their punctuation, or other invisible ones.
  private static func isPlain(_ scalar: UInt32?) -> Bool {
    switch scalar ?? 0x0A {
    case 0..<0x250, 0x2000...0x206F, 0x2E80...0x30FF, 0x3400...0x9FFF, 0xE000...0xFAFF,
      0xFE10...0xFFFF, 0xF0000...0x10FFFF:
      true
    default: false
    }
  }

  private static func isLatin(_ scalar: UInt32?) -> Bool {
    switch scalar ?? 0 {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
    default: false
    }
  }

  private static let forms: [UInt32] = Array(
    "，、。：；！？〖〗…".unicodeScalars.map(\.value))
  private static let verticalForms: [UInt32] = Array(
    "‥—–＿＿（）｛｝〔〕【】《》〈〉「」『』".unicodeScalars.map(\.value))

  /// What a form for vertical text is a form of, in the width Japanese uses.
  private static func upright(_ scalar: UInt32) -> UInt32? {
    let (table, offset) =
      scalar < 0xFE20 ? (forms, Int(scalar) - 0xFE10) : (verticalForms, Int(scalar) - 0xFE30)
    return offset < table.count ? table[offset] : nil
  }
}
