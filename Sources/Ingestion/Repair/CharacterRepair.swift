/// Mends or takes out single characters.
struct CharacterRepair {
  /// The text so far.
  private var result: [UInt32] = []

  /// Mends a text.
  ///
  /// - Parameters:
  ///   - text: Code points, with CIDs already decoded.
  ///   - notes: Takes the counts.
  /// - Returns: The mended text.
  static func repair(_ text: [UInt32], notes: inout ReadingNotes) -> [UInt32] {
    var repair = CharacterRepair()
    repair.result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      index += repair.take(text, index, &notes)
    }
    return repair.result
  }

  /// Takes one character, or a few, and returns how many.
  private mutating func take(
    _ text: [UInt32], _ index: Int, _ notes: inout ReadingNotes
  ) -> Int {
    let scalar = text[index]
    let next = index + 1 < text.count ? text[index + 1] : 0x0A
    switch scalar {
    case 0x09, 0x0A: break
    case 0x0D where next == 0x0A: return 1
    // Line ends of other kinds; presentations use the vertical tab.
    case 0x0B, 0x0C, 0x0D, 0x85:
      result.append(0x0A)
      return 1
    case 0..<0x20, 0x7F..<0xA0:
      notes[.controlCharacters] += 1
      return 1
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      // Within scripts that need them, and in emoji, they are writing.
      guard Self.isPlain(result.last), Self.isPlain(next) else { break }
      notes[.controlCharacters] += 1
      return 1
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
      notes[.privateUseCharacters] += 1
      // At the beginning of a line it was a bullet, with a space after it.
      return next == 0x20 && (result.last ?? 0x0A) == 0x0A ? 2 : 1
    case 0xFFFD:
      notes[.replacementCharacters] += 1
      return 1
    case 0xFFFE, 0xFFFF, 0xFFF9...0xFFFB:
      notes[.controlCharacters] += 1
      return 1
    case 0x2027:
      // Between Latin letters it parts syllables, as dictionaries do.
      guard !Self.isLatin(result.last), !Self.isLatin(next) else { break }
      notes[.punctuation] += 1
      result.append(0x30FB)
      return 1
    case 0xFE10...0xFE19, 0xFE30...0xFE44:
      guard let mark = Self.upright(scalar) else { break }
      notes[.punctuation] += 1
      result.append(mark)
      return 1
    default:
      guard let ideograph = Radicals.ideograph(for: scalar) else { break }
      notes[.radicals] += 1
      result.append(ideograph)
      return 1
    }
    result.append(scalar)
    return 1
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
