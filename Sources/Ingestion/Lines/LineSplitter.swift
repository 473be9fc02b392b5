/// Lines of a byte source, in bounded memory.
struct LineSplitter {
  private let source: ByteSource
  private var buffer: [UInt8]
  private var position = 0
  private var isAtEnd = false
  /// The number of the line handed out last.
  private(set) var lineNumber = 0

  init(_ source: ByteSource, beginning: [UInt8]) {
    self.source = source
    buffer = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(beginning.dropFirst(3)) : beginning
  }

  /// The next line without its end, or nil; a last line needs no line feed.
  ///
  /// - Throws: ``IngestionError`` when reading fails or a line is longer than
  ///   ``RecordParser/maximumByteCount``.
  mutating func next(path: String) throws(IngestionError) -> [UInt8]? {
    var searched = position
    while true {
      if let end = ByteSearch.firstOffset(
        of: 0x0A, in: searched..<buffer.count, of: buffer.span)
      {
        defer { position = end + 1 }
        return line(buffer[position..<end])
      }
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return line(buffer[position...])
      }
      buffer.removeSubrange(..<position)
      position = 0
      searched = buffer.count
      guard buffer.count <= RecordParser.maximumByteCount else {
        throw IngestionError(
          at: SourceLocation(path: path, line: lineNumber + 1),
          reason: "a line longer than \(RecordParser.maximumByteCount) bytes",
          remedy: "put one talk on a line")
      }
      let chunk = try source.next()
      isAtEnd = chunk.isEmpty
      buffer += chunk
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    lineNumber += 1
    return Array(bytes.last == 0x0D ? bytes.dropLast() : bytes)
  }
}
