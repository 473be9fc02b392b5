/// URLs, e-mail addresses and handles: they name places and people, not topics.
enum WebNames {
  /// Whether the text has an `@`, or a `:` before a `/`: without them it has no name.
  ///
  /// - Complexity: O(*n*), four units at a time.
  static func mayBe(in units: Span<UInt16>) -> Bool {
    // SAFETY: because every four units read lie below the count.
    unsafe units.withUnsafeBufferPointer { buffer in
      let bytes = unsafe UnsafeRawPointer(buffer.baseAddress)
      var start = 0
      while let bytes = unsafe bytes, start + 4 <= units.count {
        let four = unsafe (bytes + 2 * start).loadUnaligned(as: UInt64.self)
        let zeros = zeroUnits(four ^ (0x40 &* ones)) | zeroUnits(four ^ (0x3A &* ones))
        if zeros != 0, hasMark(units, start..<start + 4) { return true }
        start += 4
      }
      return hasMark(units, start..<units.count)
    }
  }

  /// 1 in each of four units.
  private static let ones: UInt64 = 0x0001_0001_0001_0001

  /// Not 0 if any of four units is 0.
  @inline(__always)
  private static func zeroUnits(_ four: UInt64) -> UInt64 {
    (four &- ones) & ~four & (ones << 15)
  }

  private static func hasMark(_ units: Span<UInt16>, _ range: Range<Int>) -> Bool {
    for index in range {
      if units[index] == 0x40 { return true }
      if units[index] == 0x3A, index + 1 < units.count, units[index + 1] == 0x2F { return true }
    }
    return false
  }

  /// Where the name that begins at `start` ends, or nil when none does.
  ///
  /// A URL is `http://` or `https://` and printable ASCII after it; an address has
  /// an `@` between letters, digits and `. _ - +`; a handle is what of these stands
  /// behind an `@`.
  ///
  /// - Complexity: O(*k*) for the *k* ASCII characters that follow.
  @inline(__always)
  static func end(in units: Span<UInt16>, from start: Int, isBehindAt: Bool) -> Int? {
    // @ and all letters and digits lie there; most pieces do not.
    (0x30...0x7A).contains(units[start])
      ? endOfName(in: units, from: start, isBehindAt: isBehindAt) : nil
  }

  private static func endOfName(
    in units: Span<UInt16>, from start: Int, isBehindAt: Bool
  ) -> Int? {
    var end = start
    // ICU 72 leaves an @ with what follows it, later versions part them.
    if units[start] == 0x40, start + 1 < units.count {
      guard CharacterClasses.isASCIIAlphanumeric(units[start + 1]) else { return nil }
      return endOfName(in: units, from: start + 1, isBehindAt: true)
    }
    guard CharacterClasses.isASCIIAlphanumeric(units[start]) else { return nil }
    while end < units.count, isNamePart(units[end]) { end += 1 }
    if isBehindAt { return end }
    if end + 2 < units.count, units[end] == 0x3A, units[end + 1] == 0x2F, units[end + 2] == 0x2F,
      isURLScheme(units.extracting(start..<end))
    {
      end += 3
      while end < units.count, (0x21...0x7E).contains(units[end]) { end += 1 }
      return end
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

  private static func isURLScheme(_ word: Span<UInt16>) -> Bool {
    let isHTTP =
      word.count >= 4 && word[0] == 0x68 && word[1] == 0x74 && word[2] == 0x74 && word[3] == 0x70
    return isHTTP && (word.count == 4 || (word.count == 5 && word[4] == 0x73))
  }
}
