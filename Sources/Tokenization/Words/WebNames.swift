/// URLs, e-mail addresses and handles: they name places and people, not topics.
enum WebNames {
  /// Where the name that begins at `start` ends, or nil when none does.
  ///
  /// A URL is `http://` or `https://` and printable ASCII after it; an address has
  /// an `@` between letters, digits and `. _ - +`; a handle is what of these stands
  /// behind an `@`.
  ///
  /// - Complexity: O(*k*) for the *k* ASCII characters that follow.
  static func end(in units: [UInt16], from start: Int, isBehindAt: Bool) -> Int? {
    var end = start
    // ICU 72 leaves an @ with what follows it, later versions part them.
    if units[start] == 0x40, start + 1 < units.count {
      guard CharacterClasses.isASCIIAlphanumeric(units[start + 1]) else { return nil }
      return Self.end(in: units, from: start + 1, isBehindAt: true)
    }
    guard CharacterClasses.isASCIIAlphanumeric(units[start]) else { return nil }
    while end < units.count, isNamePart(units[end]) { end += 1 }
    if isBehindAt { return end }
    if isURLScheme(units[start..<end]), units[end...].starts(with: "://".utf16) {
      return units[end...].firstIndex { !(0x21...0x7E).contains($0) } ?? units.count
    }
    guard end + 1 < units.count, units[end] == 0x40,
      CharacterClasses.isASCIIAlphanumeric(units[end + 1])
    else { return nil }
    end += 1
    while end < units.count, isNamePart(units[end]) { end += 1 }
    return end
  }

  private static func isNamePart(_ unit: UInt16) -> Bool {
    // Letters, digits, and + - . _
    CharacterClasses.isASCIIAlphanumeric(unit) || unit == 0x2B || unit == 0x2D || unit == 0x2E
      || unit == 0x5F
  }

  private static func isURLScheme(_ word: ArraySlice<UInt16>) -> Bool {
    word.elementsEqual("https".utf16) || word.elementsEqual("http".utf16)
  }
}
