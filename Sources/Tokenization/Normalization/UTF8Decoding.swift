/// Decoding of text already known to be valid UTF-8.
enum UTF8Decoding {
  /// The code point that begins at `offset`, and its length in bytes.
  @inline(__always)
  static func decode(_ source: Span<UInt8>, _ offset: Int) -> (codePoint: UInt32, length: Int) {
    let first = UInt32(source[offset])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(source[offset + 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(source[offset + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(source[offset + 3]) & 0x3F
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }
}
