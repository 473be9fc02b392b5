/// Writes zip archives, honest and hostile, without any library: members are
/// stored, or are a deflated run of zeros.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a member as it is; bit 0 of `flags` says it is encrypted.
  mutating func add(_ name: String, _ text: String, flags: Int = 0) {
    let content = Array(text.utf8)
    add(name, content, method: 0, byteCount: content.count, sum: Self.sum(content), flags: flags)
  }

  /// Adds a member that unpacks to 158 times its size, give or take a few bytes.
  mutating func addZeros(_ name: String, _ byteCount: Int) {
    var bits: [UInt8] = [1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]  // last block, fixed codes; a zero
    for _ in 0..<(byteCount - 1) / 258 {
      bits += [1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]  // 258 bytes again, from 1 byte back
    }
    bits += [0, 0, 0, 0, 0, 0, 0]
    let packed = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated().reduce(UInt8(0)) {
        $0 | $1.element << $1.offset
      }
    }
    add(name, packed, method: 8, byteCount: byteCount, sum: 0, flags: 0)
  }

  /// The archive.
  var archive: [UInt8] {
    bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(count, 2)
      + number(count, 2) + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
  }

  private mutating func add(
    _ name: String, _ packed: [UInt8], method: Int, byteCount: Int, sum: Int, flags: Int
  ) {
    let fields =
      number(20, 2) + number(flags, 2) + number(method, 2) + number(0, 4) + number(sum, 4)
      + number(packed.count, 4) + number(byteCount, 4) + number(name.utf8.count, 2)
      + number(0, 2)
    directory += number(0x0201_4B50, 4) + number(20, 2) + fields + number(0, 10)
    directory += number(bytes.count, 4) + Array(name.utf8)
    bytes += number(0x0403_4B50, 4) + fields + Array(name.utf8) + packed
    count += 1
  }

  /// Least significant byte first.
  private func number(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32, a byte at a time.
  private static func sum(_ bytes: [UInt8]) -> Int {
    Int(~bytes.reduce(0xFFFF_FFFF) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 })
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
}
