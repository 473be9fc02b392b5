/// Word vectors as word2vec, fastText and GloVe write them.
enum Word2Vec {
  /// Numbers a vector may have: more is no word vector.
  static let maximumDimension = 4096

  static func read(_ bytes: [UInt8], path: String) throws(WordVectorError) -> WordVectors {
    let firstEnd = bytes.firstIndex(of: 0x0A) ?? bytes.count
    let first = bytes[..<firstEnd].split(whereSeparator: { $0 == 0x20 || $0 == 0x0D })
    if first.count == 2, let count = integer(first[0]), count > 0,
      let dimension = integer(first[1]), (1...maximumDimension).contains(dimension)
    {
      let start = firstEnd + 1
      // After a word and a space, text goes on with a number and binary with bytes.
      let rest = bytes[min(start, bytes.count)...].prefix(64 * 1024)
      if rest.contains(where: { $0 < 0x09 || $0 == 0x7F }) {
        return try binary(bytes, from: start, count, dimension, path)
      }
      return try text(bytes, from: start, line: 2, dimension: dimension, count: count, path)
    }
    guard first.count > 2, first.count <= maximumDimension + 1, number(first[1]) != nil else {
      throw .unknownFormat(path: path)
    }
    return try text(bytes, from: 0, line: 1, dimension: first.count - 1, count: 0, path)
  }

  /// A word and its numbers a line, `count` of them at least.
  private static func text(
    _ bytes: [UInt8], from start: Int, line first: Int, dimension: Int, count: Int,
    _ path: String
  ) throws(WordVectorError) -> WordVectors {
    var words: [String] = []
    var values: [Float] = []
    var position = start
    var line = first
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      let fields = bytes[position..<end].split(whereSeparator: { $0 == 0x20 || $0 == 0x0D })
      position = end + 1
      defer { line += 1 }
      if fields.isEmpty { continue }
      // A word may hold spaces of its own; the numbers are the last fields.
      guard fields.count > dimension else {
        throw .badRecord(
          path: path, line: line,
          reason: "\(fields.count - 1) numbers where \(dimension) belong")
      }
      for field in fields.suffix(dimension) {
        guard let value = number(field), value.isFinite else {
          throw .badRecord(path: path, line: line, reason: "a field is no finite number")
        }
        values.append(value)
      }
      let parts = fields.dropLast(dimension)
      words.append(parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
    }
    guard words.count >= count else {
      throw .badRecord(
        path: path, line: line, reason: "the file ends after \(words.count) of \(count) words")
    }
    guard !words.isEmpty else { throw .unknownFormat(path: path) }
    return try WordVectorReader.vectors(
      words: words, rows: words.indices.map(UInt32.init), values: values, dimension: dimension,
      path: path)
  }

  /// A word, a space, little-endian float32 numbers, and perhaps a line feed; repeat.
  private static func binary(
    _ bytes: [UInt8], from start: Int, _ count: Int, _ dimension: Int, _ path: String
  ) throws(WordVectorError) -> WordVectors {
    var words: [String] = []
    var values: [Float] = []
    var position = start
    while words.count < count {
      while position < bytes.count, bytes[position] == 0x0A { position += 1 }
      guard let space = bytes[min(position, bytes.count)...].prefix(4096).firstIndex(of: 0x20),
        space + 4 * dimension < bytes.count
      else {
        throw .badRecord(
          path: path, line: words.count + 2,
          reason: "the file ends after \(words.count) of \(count) words")
      }
      words.append(String(decoding: bytes[position..<space], as: UTF8.self))
      for index in 0..<dimension {
        let at = space + 1 + 4 * index
        let bits =
          UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
          | UInt32(bytes[at + 3]) << 24
        values.append(Float(bitPattern: bits))
      }
      position = space + 1 + 4 * dimension
    }
    return try WordVectorReader.vectors(
      words: words, rows: words.indices.map(UInt32.init), values: values, dimension: dimension,
      path: path)
  }

  private static func integer(_ field: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: field, as: UTF8.self))
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Float? {
    Float(String(decoding: field, as: UTF8.self))
  }
}
