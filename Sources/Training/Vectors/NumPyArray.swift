/// A two-dimensional .npy array of little-endian float32.
enum NumPyArray {
  /// The numbers row by row, and how many a row has.
  ///
  /// - Throws: ``WordVectorError/badRecord(path:line:reason:)`` for any other array.
  static func read(
    _ bytes: [UInt8], path: String
  ) throws(WordVectorError) -> (values: [Float], dimension: Int) {
    func bad(_ reason: String) -> WordVectorError {
      .badRecord(path: path, line: 1, reason: reason)
    }
    guard bytes.count > 12, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw bad("it is no .npy array")
    }
    let isLong = bytes[6] >= 2
    let length =
      Int(bytes[8]) | Int(bytes[9]) << 8
      | (isLong ? Int(bytes[10]) << 16 | Int(bytes[11]) << 24 : 0)
    let start = (isLong ? 12 : 10) + length
    guard start <= bytes.count else { throw bad("its header is cut") }
    let header = String(decoding: bytes[(isLong ? 12 : 10)..<start], as: UTF8.self)
    guard header.contains("'<f4'"), header.contains("'fortran_order': False") else {
      throw bad("it is no little-endian float32 array in row order")
    }
    let shape = header.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
      .split(separator: ",").compactMap { Int($0.filter(\.isNumber)) }
    // Divided, not multiplied: a forged shape must not overflow.
    let numbers = (bytes.count - start) / 4
    guard shape.count == 2, shape[1] > 0, (bytes.count - start).isMultiple(of: 4),
      numbers.isMultiple(of: shape[1]), numbers / shape[1] == shape[0]
    else { throw bad("its size is not its shape's") }
    let span = bytes.span
    let values = (0..<shape[0] * shape[1]).map { index in
      let at = start + 4 * index
      return Float(
        bitPattern: UInt32(span[at]) | UInt32(span[at + 1]) << 8 | UInt32(span[at + 2]) << 16
          | UInt32(span[at + 3]) << 24)
    }
    return (values, shape[1])
  }
}
