internal import Characters

/// Text as it is compared: neither width, case nor spaces make a difference.
///
/// Less than Unicode's NFKC with case folding, which ingestion does not need a
/// library for: what differs between two copies of one Japanese title is width, case,
/// radicals in place of ideographs, and whether a mark of voice stands apart.
enum TextFolding {
  /// The characters of a text in small letters of one width, without spaces and
  /// what is not seen.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func folded(_ text: String) -> [UInt32] {
    var result: [UInt32] = []
    fold(text) { result.append($0) }
    return result
  }

  /// Gives the characters of ``folded(_:)`` one by one, in no memory of their own.
  static func fold(_ text: String, _ body: (UInt32) -> Void) {
    // A mark of voice may yet change the last character.
    var last: UInt32?
    func append(_ value: UInt32) {
      if let last { body(last) }
      last = value
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x21...0x40, 0x5B...0x7E, 0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x9FFF:
        append(scalar.value)
      case 0x41...0x5A: append(scalar.value + 0x20)
      case 0...0x20, 0x3000: continue
      case 0x2E80..<0x2FE0: append(UnifiedIdeographs.ideograph(for: scalar.value))
      case 0xFF01...0xFF5E: append(smallLetter(scalar.value - 0xFEE0))
      case 0xFF66...0xFF9D: append(kana[Int(scalar.value - 0xFF66)])
      case 0x3099, 0x309B, 0xFF9E: voice(&last, by: 1)
      case 0x309A, 0x309C, 0xFF9F: voice(&last, by: 2)
      default:
        let properties = scalar.properties
        if properties.isWhitespace || properties.isDefaultIgnorableCodePoint
          || properties.generalCategory == .control
        {
          continue
        }
        for scalar in properties.lowercaseMapping.unicodeScalars { append(scalar.value) }
      }
    }
    if let last { body(last) }
  }

  /// Whether a folded character is part of a word: a letter, digit, kana or ideograph.
  static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x61...0x7A, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FF,
      0x3400...0x9FFF:
      true
    case 0..<0xAA, 0x30FB: false
    default:
      Unicode.Scalar(value).map {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      } ?? false
    }
  }

  /// The kana of U+FF66...U+FF9D.
  private static let kana: [UInt32] =
    "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    .unicodeScalars.map(\.value)

  private static let voiced = Set("カキクケコサシスセソタチツテトハヒフヘホ".unicodeScalars.map(\.value))
  private static let halfVoiced = Set("ハヒフヘホ".unicodeScalars.map(\.value))

  /// Puts a mark of voice that stands apart onto the kana before it; one that fits
  /// none is dropped.
  private static func voice(_ character: inout UInt32?, by step: UInt32) {
    guard let last = character else { return }
    let katakana = (0x3041...0x3096).contains(last) ? last + 0x60 : last
    if (step == 1 ? voiced : halfVoiced).contains(katakana) {
      character = last + step
    } else if step == 1, katakana == 0x30A6 {
      character = last + 0x4E
    }
  }

  private static func smallLetter(_ value: UInt32) -> UInt32 {
    (0x41...0x5A).contains(value) ? value + 0x20 : value
  }
}
