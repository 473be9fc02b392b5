/// A MessagePack map from unsigned integers to unsigned integers.
enum MessagePackMap {
  /// The entries.
  ///
  /// - Throws: ``WordVectorError/badRecord(path:line:reason:)`` for anything else.
  static func read(
    _ bytes: [UInt8], path: String
  ) throws(WordVectorError) -> [UInt64: UInt32] {
    var reader = Reader(bytes: bytes, path: path)
    let count = try reader.mapCount()
    var entries: [UInt64: UInt32] = [:]
    // No entry is shorter than two bytes, whatever the count says.
    entries.reserveCapacity(min(count, bytes.count / 2))
    for _ in 0..<count {
      let key = try reader.integer()
      guard let row = UInt32(exactly: try reader.integer()) else { throw reader.bad }
      entries[key] = row
    }
    return entries
  }

  private struct Reader {
    let bytes: [UInt8]
    let path: String
    var position = 0

    var bad: WordVectorError {
      .badRecord(path: path, line: 1, reason: "it is no map of numbers (byte \(position))")
    }

    mutating func byte() throws(WordVectorError) -> UInt8 {
      guard position < bytes.count else { throw bad }
      position += 1
      return bytes[position - 1]
    }

    mutating func bigEndian(_ count: Int) throws(WordVectorError) -> UInt64 {
      var value: UInt64 = 0
      for _ in 0..<count { value = value << 8 | UInt64(try byte()) }
      return value
    }

    mutating func mapCount() throws(WordVectorError) -> Int {
      let first = try byte()
      switch first {
      case 0x80...0x8F: return Int(first & 0x0F)
      case 0xDE: return Int(try bigEndian(2))
      case 0xDF: return Int(try bigEndian(4))
      default: throw bad
      }
    }

    mutating func integer() throws(WordVectorError) -> UInt64 {
      let first = try byte()
      switch first {
      case 0x00...0x7F: return UInt64(first)
      case 0xCC: return try bigEndian(1)
      case 0xCD: return try bigEndian(2)
      case 0xCE: return try bigEndian(4)
      case 0xCF: return try bigEndian(8)
      default: throw bad
      }
    }
  }
}
