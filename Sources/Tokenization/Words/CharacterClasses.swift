/// What the token rules ask of a UTF-16 unit of normalized text.
enum CharacterClasses {
  /// Katakana letters, their marks ー ヽ ヾ, and the small ones for Ainu.
  static func isKatakana(_ unit: UInt16) -> Bool {
    (0x30A1...0x30FA).contains(unit) || (0x30FC...0x30FF).contains(unit)
      || (0x31F0...0x31FF).contains(unit)
  }

  /// Hiragana letters and their iteration marks.
  static func isHiragana(_ unit: UInt16) -> Bool {
    (0x3041...0x309F).contains(unit)
  }

  /// Ideographs of the basic plane, 々 and 〆, and halves of supplementary ones.
  @inline(__always)
  static func isHan(_ unit: UInt16) -> Bool {
    if unit &- 0x4E00 < 0x5200 { return true }
    // Neither Latin nor kana: next to nothing is left.
    return unit >= 0x3005 && unit &- 0x3041 >= 0xBF && isRareHan(unit)
  }

  private static func isRareHan(_ unit: UInt16) -> Bool {
    (0x3400...0x4DBF).contains(unit) || (0x3005...0x3007).contains(unit)
      || (0xD840...0xD8BF).contains(unit)
  }

  /// ASCII letters (folded) and digits.
  static func isASCIIAlphanumeric(_ unit: UInt16) -> Bool {
    (0x61...0x7A).contains(unit) || (0x30...0x39).contains(unit)
  }

  /// Letters of any script of the basic plane; slow, for rare units.
  static func isAlphabetic(_ unit: UInt16) -> Bool {
    Unicode.Scalar(unit)?.properties.isAlphabetic ?? false
  }

  /// Line ends: LF, VT, FF, CR, NEL, LS, PS.
  static func isLineEnd(_ unit: UInt16) -> Bool {
    (0x0A...0x0D).contains(unit) || unit == 0x85 || unit == 0x2028 || unit == 0x2029
  }

  /// Spaces that stand between words without separating thoughts.
  static func isSpace(_ unit: UInt16) -> Bool {
    unit == 0x20 || unit == 0x09 || unit == 0x3000
  }
}
