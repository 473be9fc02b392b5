/// Numbers out of a file of ICU's, which is little-endian on every machine that
/// Shogen runs on; nil beyond the end.
struct LittleEndianReader {
  let bytes: [UInt8]

  func byte(at offset: Int) -> Int? {
    bytes.indices.contains(offset) ? Int(bytes[offset]) : nil
  }

  /// A 32-bit number without sign.
  func word(at offset: Int) -> Int? {
    guard offset >= 0, offset + 4 <= bytes.count else { return nil }
    return (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << ($1 * 8) }
  }

  func slice(at offset: Int, count: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, count >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count]
  }
}
