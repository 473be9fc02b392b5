/// Lines of a byte source, in bounded memory.
struct LineSplitter {
  private let source: ByteSource
  private var buffer: [UInt8]
  private var position = 0
  /// Where the search for the next line feed goes on.
  private var searched = 0
  /// Where the next line ends, once it is known.
  private var lineEnd: Int?
  private var isAtEnd = false
  private var failure: IngestionError?
  /// The number of the line handed out last.
  private(set) var lineNumber = 0

  /// Bytes of a line from which it is handed out in the buffer's own memory.
  private static let largeLine = 1024 * 1024

  private let maximumByteCount: Int

  init(
    _ source: ByteSource, beginning: [UInt8],
    maximumByteCount: Int = RecordParser.maximumByteCount
  ) {
    self.source = source
    self.maximumByteCount = maximumByteCount
    buffer = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(beginning.dropFirst(3)) : beginning
  }

  /// The next line without its end, or nil; a last line needs no line feed.
  ///
  /// - Throws: ``IngestionError`` when reading fails, or when a line is too long to be
  ///   held in memory: the next call then gives the line after it.
  mutating func next(path: String) throws(IngestionError) -> [UInt8]? {
    while !findLine() {
      guard !isTooLong else {
        try skipLine()
        throw IngestionError(
          at: SourceLocation(path: path, line: lineNumber),
          reason: "a line longer than \(maximumByteCount) bytes",
          remedy: "put one talk on a line")
      }
      fill()
      if let failure { throw failure }
    }
    guard let end = lineEnd else {
      return position < buffer.count ? takeLine(to: buffer.count) : nil
    }
    return takeLine(to: end)
  }

  /// Whether the source has to be waited for before there is a line or the end.
  mutating func isPaused() -> Bool {
    while !findLine(), !isTooLong, failure == nil {
      guard source.isReady else { return true }
      fill()
    }
    return false
  }

  /// Whether a line, or the end of all, is in the buffer.
  private mutating func findLine() -> Bool {
    if lineEnd == nil {
      lineEnd = ByteSearch.firstOffset(
        of: 0x0A, in: max(searched, position)..<buffer.count, of: buffer.span)
      searched = buffer.count
    }
    return lineEnd != nil || isAtEnd
  }

  private var isTooLong: Bool { buffer.count - position > maximumByteCount }

  private mutating func fill() {
    buffer.removeSubrange(..<position)
    position = 0
    searched = buffer.count
    do throws(IngestionError) {
      let chunk = try source.next()
      isAtEnd = chunk.isEmpty
      buffer += chunk
    } catch {
      failure = error
    }
  }

  /// Drops a line that is not to be held in memory.
  private mutating func skipLine() throws(IngestionError) {
    while !findLine() {
      position = buffer.count
      fill()
      if let failure { throw failure }
    }
    position = lineEnd.map { $0 + 1 } ?? buffer.count
    lineEnd = nil
    searched = position
    lineNumber += 1
  }

  private mutating func takeLine(to end: Int) -> [UInt8] {
    lineNumber += 1
    let next = min(end + 1, buffer.count)
    lineEnd = nil
    var line: [UInt8]
    if position == 0, end >= Self.largeLine {
      // What follows is small; a copy of the line would not be.
      line = buffer
      buffer = Array(line[next...])
      line.removeSubrange(end...)
      position = 0
    } else {
      line = Array(buffer[position..<end])
      position = next
    }
    searched = position
    if line.last == 0x0D { line.removeLast() }
    return line
  }
}
