/// What a text may need to have repaired, found in one pass over its bytes.
///
/// Sound text passes at a GB/s and more: the bytes of ASCII, kana and ideographs, which
/// are most of it, are told by a table.
struct DamageScan {
  /// Kinds of damage a text may have.
  struct Damage: OptionSet {
    let rawValue: UInt8
    /// Characters that may be CIDs.
    static let suspects = Damage(rawValue: 1)
    /// Radicals, typesetter's forms, private use, controls.
    static let characters = Damage(rawValue: 2)
    /// Letters with diacritics at the beginning of a line.
    static let bullets = Damage(rawValue: 4)
    /// `[email`.
    static let masks = Damage(rawValue: 8)
    /// `/http`, within an address.
    static let mirrors = Damage(rawValue: 16)
    /// Suspects beside each other, or beside what a CID may have become.
    static let suspectRuns = Damage(rawValue: 32)
  }

  /// What was found.
  private(set) var damage: Damage = []
  /// How many lines there are.
  private(set) var lineCount = 1
  /// Where the last suspect ended.
  private var suspectEnd = -Self.suspectReach - 1
  /// Bytes between suspects of one run, at most: a space, or marks that a CID became.
  private static let suspectReach = 4
  /// Spaces and line ends between two characters of Japanese, ascending.
  private(set) var gaps: [Int] = []

  /// The bytes that nothing begins with which has to be looked at: most of ASCII, the
  /// first bytes of kana and ideographs, and all bytes behind a first one.
  private static let isPlain: [Bool] = (0...UInt8.max).map { byte in
    switch byte {
    case 0x5B, 0x2F: false
    case 0x21...0x7E, 0x80...0xBF, 0xE3...0xED: true
    default: false
    }
  }

  /// Scans well-formed UTF-8.
  init(_ text: Span<UInt8>) {
    var index = 0
    let count = text.count
    let isPlain = Self.isPlain
    let plain = isPlain.span
    while index < count {
      // SAFETY: because index is below the count, and the table has an entry a byte.
      let byte = unsafe text[unchecked: index]
      // Kana and ideographs, whole.
      if byte &- 0xE3 < 7 {
        index += 3
      } else if unsafe plain[unchecked: Int(byte)] {
        index += 1
      } else if byte == 0x20 || byte == 0x0A {
        lineCount += byte == 0x0A ? 1 : 0
        if Self.isGap(text, index) {
          // A line or two between gaps is usual.
          if gaps.isEmpty { gaps.reserveCapacity((count - index) / 48 + 4) }
          gaps.append(index)
        }
        index += 1
      } else if byte < 0x80 {
        lookAtASCII(byte, text, index)
        index += 1
      } else if byte < 0xE0 {
        lookAtPair(byte, text, index)
        index += 2
      } else if byte < 0xF0 {
        lookAtTriple(byte, text, index)
        index += 3
      } else {
        // Planes 15 and 16 are for private use.
        if byte == 0xF4 || byte == 0xF3 && text[index + 1] >= 0xB0 { damage.insert(.characters) }
        index += 4
      }
    }
  }

  @inline(__always)
  private mutating func lookAtASCII(_ byte: UInt8, _ text: Span<UInt8>, _ index: Int) {
    switch byte {
    case 0x09: break
    case 0x5B:
      if index + 6 < text.count, text[index + 1] == 0x65, text[index + 2] == 0x6D,
        text[index + 3] == 0x61
      {
        damage.insert(.masks)
      }
    case 0x2F:
      if index + 5 < text.count, text[index + 1] == 0x68, text[index + 2] == 0x74,
        text[index + 3] == 0x74
      {
        damage.insert(.mirrors)
      }
    default: damage.insert(.characters)
    }
  }

  /// Whether characters of Japanese stand on both sides of a byte.
  @inline(__always)
  private static func isGap(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index >= 3 && index + 3 < text.count && isJapanese(text[index + 1])
      && isJapanese(text[index - 3]) && text[index - 1] >= 0x80
  }

  private static func isJapanese(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xE9 }

  private mutating func lookAtPair(_ byte: UInt8, _ text: Span<UInt8>, _ index: Int) {
    let next = text[index + 1]
    if byte == 0xC2 {
      // U+0080...U+009F, and the soft hyphen.
      if next < 0xA0 || next == 0xAD { damage.insert(.characters) }
    } else if byte < 0xC9 || byte == 0xC9 && next < 0xB9 {
      // × and ÷ are marks people write.
      if index + 3 < text.count, text[index + 2] == 0x20, text[index + 3] >= 0xE3,
        byte != 0xC3 || next != 0x97 && next != 0xB7,
        index == 0 || text[index - 1] == 0x0A || text[index - 1] == 0x20
      {
        damage.insert(.bullets)
      }
    } else {
      addSuspect(text, index, length: 2)
    }
  }

  private mutating func addSuspect(_ text: Span<UInt8>, _ index: Int, length: Int) {
    let end = index + length
    damage.insert(.suspects)
    if index - suspectEnd <= Self.suspectReach || Self.isMark(text, index - 1)
      || Self.isMark(text, end) || Self.isMark(text, end + 1)
    {
      damage.insert(.suspectRuns)
    }
    suspectEnd = end
  }

  /// Whether a byte is `;` or the last of `·`, which CIDs may have become.
  private static func isMark(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard text.indices.contains(index) else { return false }
    return text[index] == 0x3B || text[index] == 0xB7 && index > 0 && text[index - 1] == 0xC2
  }

  private mutating func lookAtTriple(_ byte: UInt8, _ text: Span<UInt8>, _ index: Int) {
    let next = text[index + 1]
    switch byte {
    case 0xE0, 0xE1: addSuspect(text, index, length: 3)
    case 0xE2:
      switch next {
      case 0x80:
        let last = text[index + 2]
        if (0x8B...0x8F).contains(last) || last == 0xA7 || (0xAA...0xAE).contains(last) {
          damage.insert(.characters)
        }
      case 0x81: if (0xA0...0xA9).contains(text[index + 2]) { damage.insert(.characters) }
      case 0x83: if text[index + 2] == 0xBB { addSuspect(text, index, length: 3) }
      case 0x88: if text[index + 2] == 0x81 { addSuspect(text, index, length: 3) }
      case 0xBA...0xBF: damage.insert(.characters)
      default: break
      }
    case 0xEE: damage.insert(.characters)
    default:
      switch next {
      case 0x80...0xA3, 0xBB: damage.insert(.characters)
      case 0xB8, 0xB9: if text[index + 2] != 0x8F || next == 0xB9 { damage.insert(.characters) }
      case 0xBF: if text[index + 2] >= 0xB9 { damage.insert(.characters) }
      default: break
      }
    }
  }
}
