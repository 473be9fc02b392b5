internal import CXml2

/// HTML's character references: `&amp;`, `&#20013;`, `&#x4E2D;`.
enum CharacterReferences {
  /// The named characters of HTML 4, from libxml2, whose own look-up goes through
  /// all of them each time.
  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    // The last is U+2666, black diamond suit.
    for value in UInt32(0x22)...0x2666 {
      // SAFETY: because the description is a constant of the library, or null.
      guard let description = unsafe htmlEntityValueLookup(value),
        let scalar = Unicode.Scalar(value)
      else { continue }
      unsafe table[String(cString: description.pointee.name)] = scalar
    }
    return table
  }()

  /// Longer names are none of HTML 4's.
  private static let maximumNameLength = 8

  /// The character of a reference that begins with the `&` at an offset.
  ///
  /// - Returns: The character and the offset after it, or nil when it is no
  ///   reference: then `&` stands for itself.
  static func scalar(
    in bytes: [UInt8], at offset: Int, end: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard offset + 2 < end else { return nil }
    return bytes[offset + 1] == UInt8(ascii: "#")
      ? number(in: bytes, from: offset + 2, end: end) : name(in: bytes, from: offset + 1, end: end)
  }

  private static func number(
    in bytes: [UInt8], from start: Int, end: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let isHexadecimal = bytes[start] | 0x20 == UInt8(ascii: "x")
    var offset = isHexadecimal ? start + 1 : start
    let digits = offset
    var value: UInt32 = 0
    while offset < end, let digit = digit(bytes[offset], isHexadecimal) {
      // Beyond the last character it stays there.
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      offset += 1
    }
    guard offset > digits else { return nil }
    if offset < end, bytes[offset] == UInt8(ascii: ";") { offset += 1 }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (scalar ?? "\u{FFFD}", offset)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHexadecimal: UInt32(byte - 0x41 + 10)
    case 0x61...0x66 where isHexadecimal: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  private static func name(
    in bytes: [UInt8], from start: Int, end: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var offset = start
    let limit = min(end, start + maximumNameLength)
    while offset < limit, isNameByte(bytes[offset]) { offset += 1 }
    // Without a semicolon it may be a part of an address: `?a=1&copy=2`.
    guard offset < end, bytes[offset] == UInt8(ascii: ";"),
      let scalar = named[String(decoding: bytes[start..<offset], as: UTF8.self)]
    else { return nil }
    return (scalar, offset + 1)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
