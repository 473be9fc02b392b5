internal import Glibc

extension DocumentText {
  /// A range without white space at either end: ASCII spaces, tabs and carriage
  /// returns, U+00A0 and U+3000. (A form feed stays: it ends a page.)
  @inline(__always)
  func trimmed(_ range: Range<Int>) -> Range<Int> { Self.trimmed(range, in: bytes) }

  /// As above, of a text that is no document yet.
  @inline(__always)
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    guard let first = range.first else { return range }
    let (head, tail) = (bytes[first], bytes[range.upperBound - 1])
    // Most lines neither begin nor end with what may be white space.
    let isSolid =
      head > 0x20 && head != 0xC2 && (head != 0xE3 || range.count > 2 && bytes[first + 1] != 0x80)
      && tail > 0x20 && tail != 0xA0 && tail != 0x80
    return isSolid ? range : stripped(range, in: bytes)
  }

  private static func stripped(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, case let width = spaceWidth(bytes, at: start, before: end), width > 0 {
      start += width
    }
    while end > start, case let width = spaceWidth(bytes, before: end, after: start), width > 0 {
      end -= width
    }
    return start..<end
  }

  /// Whether a range has nothing but white space.
  func isBlank(_ range: Range<Int>) -> Bool { trimmed(range).isEmpty }

  /// Whether a range is exactly this text.
  func equals(_ range: Range<Int>, _ literal: StaticString) -> Bool {
    range.count == literal.utf8CodeUnitCount && hasPrefix(range, literal)
  }

  /// Whether a range is exactly these bytes.
  func equals(_ range: Range<Int>, _ other: [UInt8]) -> Bool { bytes[range].elementsEqual(other) }

  /// Whether two ranges have the same bytes.
  func equals(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    range.count == other.count && bytes[range].elementsEqual(bytes[other])
  }

  /// Whether a range begins with this text.
  func hasPrefix(_ range: Range<Int>, _ literal: StaticString) -> Bool {
    matches(literal, at: range.lowerBound, before: range.upperBound)
  }

  /// Whether a range begins with these bytes.
  func hasPrefix(_ range: Range<Int>, _ prefix: [UInt8]) -> Bool {
    bytes[range].starts(with: prefix)
  }

  /// Whether a range ends with this text.
  func hasSuffix(_ range: Range<Int>, _ literal: StaticString) -> Bool {
    matches(literal, at: range.upperBound - literal.utf8CodeUnitCount, before: range.upperBound)
      && range.count >= literal.utf8CodeUnitCount
  }

  /// Where a text first stands in a range.
  ///
  /// - Complexity: O(*n* · *m*) for *n* bytes and a text of *m* bytes; in practice that
  ///   of looking for its rarest byte.
  func firstOffset(of literal: StaticString, in range: Range<Int>) -> Int? {
    let count = literal.utf8CodeUnitCount
    guard count > 0, range.count >= count else { return nil }
    // In a line, looking for a byte is over before the rarest is chosen; but all kana
    // begin alike, so the last byte of a character is looked for.
    let (byte, place) =
      range.count > 256 ? Self.rarestByte(of: literal) : Self.tellingByte(of: literal)
    var rest = range.lowerBound + place..<range.upperBound - count + place + 1
    while let found = firstOffset(of: byte, in: rest) {
      if matches(literal, at: found - place, before: range.upperBound) { return found - place }
      rest = found + 1..<rest.upperBound
    }
    return nil
  }

  /// The last byte of the first character of a text, and where it stands.
  private static func tellingByte(of literal: StaticString) -> (byte: UInt8, place: Int) {
    literal.withUTF8Buffer { literal in
      let place = unsafe literal[0] & 0xF0 == 0xE0 ? 2 : 0
      return unsafe (literal[place], place)
    }
  }

  /// The byte of a text that other texts in Japanese and English have least, and where
  /// it stands.
  private static func rarestByte(of literal: StaticString) -> (byte: UInt8, place: Int) {
    func commonness(_ byte: UInt8) -> Int {
      switch byte {
      case 0x20, 0x80...0xBF, 0xE3: 4
      case 0xC0...: 3
      case 0x61, 0x65, 0x69, 0x6F, 0x6E, 0x72, 0x73, 0x74: 2
      case 0x61...0x7A: 1
      default: 0
      }
    }
    return literal.withUTF8Buffer { literal in
      var best = (byte: UInt8(0), place: 0)
      var least = Int.max
      for place in literal.indices {
        let byte = unsafe literal[place]
        guard commonness(byte) < least else { continue }
        (least, best) = (commonness(byte), (byte, place))
      }
      return best
    }
  }

  /// Whether a text stands anywhere in a range.
  func contains(_ range: Range<Int>, _ literal: StaticString) -> Bool {
    firstOffset(of: literal, in: range) != nil
  }

  /// Where a byte first stands in a range.
  func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    ByteSearch.firstOffset(of: byte, in: range, of: bytes.span)
  }

  /// The number that a range is, white space around it aside: one to seven ASCII
  /// digits and nothing else.
  func number(_ range: Range<Int>) -> Int? {
    let digits = trimmed(range)
    guard (1...7).contains(digits.count) else { return nil }
    var value = 0
    for offset in digits {
      let digit = Int(bytes[offset]) - 0x30
      guard (0...9).contains(digit) else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Whether a text stands at an offset and ends before another.
  private func matches(_ literal: StaticString, at offset: Int, before end: Int) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end, end <= bytes.count else { return false }
    // SAFETY: because both buffers live for the closures, the literal's has count bytes,
    // and offset + count is at most the count of the document's.
    return literal.withUTF8Buffer { literal in
      guard let other = literal.baseAddress, count > 0 else { return true }
      guard unsafe bytes[offset] == other[0] else { return false }
      return unsafe bytes.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return false }
        return unsafe memcmp(base + offset, other, count) == 0
      }
    }
  }

  private static func spaceWidth(_ bytes: [UInt8], at offset: Int, before end: Int) -> Int {
    switch bytes[offset] {
    case 0x20, 0x09, 0x0D: 1
    case 0xC2 where offset + 1 < end && bytes[offset + 1] == 0xA0: 2
    case 0xE3 where offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80: 3
    default: 0
    }
  }

  private static func spaceWidth(_ bytes: [UInt8], before end: Int, after start: Int) -> Int {
    switch bytes[end - 1] {
    case 0x20, 0x09, 0x0D: 1
    case 0xA0 where end - 2 >= start && bytes[end - 2] == 0xC2: 2
    case 0x80 where end - 3 >= start && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE3: 3
    default: 0
    }
  }
}
