internal import Glibc

/// A whole document as UTF-8 bytes with a table of its lines.
///
/// What page readers scan: ranges of ``bytes`` instead of strings, so that text is
/// copied only once, into the slide it belongs to. The table costs 12 bytes a line.
struct DocumentText: Sendable {
  /// Lines, ended by line feeds or form feeds, that a document may have.
  ///
  /// A line or a page can be a slide of its own, many times its bytes in memory; this bounds what
  /// a hostile file can grow to.
  static let maximumLineCount = 2_000_000

  /// The lines in order.
  let lines: Lines

  /// The lines without the white space at either end, as ``trimmed(_:)`` gives them.
  var contents: Contents { Contents(table: lines.table) }

  /// The bytes; all ranges are offsets into them.
  let bytes: [UInt8]

  /// Finds the lines of a document; a byte order mark is no part of the first.
  ///
  /// - Throws: ``IngestionError`` when there are more than ``maximumLineCount`` lines.
  /// - Complexity: O(*n*) for *n* bytes, one pass.
  init(_ bytes: [UInt8], at location: SourceLocation) throws(IngestionError) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let starts = Self.lineStarts(in: bytes, from: start),
      Self.count(of: 0x0C, in: bytes, isAtMost: Self.maximumLineCount + 1 - starts.count)
    else {
      throw IngestionError(
        at: location, reason: "more than \(Self.maximumLineCount) lines in one document",
        remedy: "give one talk a file, or JSONL with one a line")
    }
    self.bytes = bytes
    lines = Lines(
      table: LineTable(
        bytes: bytes, isWellFormed: EncodingConversion.isUTF8(bytes), starts: starts))
  }

  /// The offsets at which lines begin, then the offset after the last line feed (or
  /// where it would be), or nil when there are too many.
  private static func lineStarts(in bytes: [UInt8], from start: Int) -> [UInt32]? {
    guard start < bytes.count else { return [] }
    guard bytes.count < UInt32.max else { return nil }
    var starts: [UInt32] = []
    starts.reserveCapacity(min(bytes.count / 32, maximumLineCount) + 2)
    // SAFETY: because offset stays in start...count, memchr reads no byte outside
    // the buffer, and what it returns is a pointer into it.
    let isWithinLimit = unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return true }
      var offset = start
      while offset < buffer.count {
        guard starts.count < maximumLineCount else { return false }
        starts.append(UInt32(truncatingIfNeeded: offset))
        guard let feed = unsafe memchr(base + offset, 0x0A, buffer.count - offset) else {
          offset = buffer.count + 1
          break
        }
        offset = unsafe feed - UnsafeMutableRawPointer(mutating: base) + 1
      }
      starts.append(UInt32(truncatingIfNeeded: offset))
      return true
    }
    return isWithinLimit ? starts : nil
  }

  private init(lines: Lines) {
    self.lines = lines
    bytes = lines.table.bytes
  }

  private static func count(of byte: UInt8, in bytes: [UInt8], isAtMost limit: Int) -> Bool {
    // SAFETY: because start stays in 0...count, memchr reads no byte outside the
    // buffer, and what it returns is a pointer into it.
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return true }
      var count = 0
      var start = 0
      while let found = unsafe memchr(base + start, Int32(byte), buffer.count - start) {
        count += 1
        guard count <= limit else { return false }
        start = unsafe found - UnsafeMutableRawPointer(mutating: base) + 1
      }
      return true
    }
  }
}

extension DocumentText {
  /// What ``Lines`` and ``Contents`` share: copying either retains one object.
  fileprivate final class LineTable: Sendable {
    let bytes: [UInt8]
    /// Whether the bytes are UTF-8, as they are but for tests.
    let isWellFormed: Bool
    /// Where each line begins, and one more for where a next one would.
    let starts: [UInt32]
    /// Where the text of each line begins and ends, white space left out.
    let contents: [(start: UInt32, end: UInt32)]

    init(bytes: [UInt8], isWellFormed: Bool, starts: [UInt32]) {
      self.bytes = bytes
      self.isWellFormed = isWellFormed
      self.starts = starts
      contents = starts.indices.dropLast().map { index in
        let content = DocumentText.trimmed(
          Self.line(from: starts[index], next: starts[index + 1], in: bytes), in: bytes)
        return (
          UInt32(truncatingIfNeeded: content.lowerBound),
          UInt32(truncatingIfNeeded: content.upperBound)
        )
      }
    }

    static func line(from start: UInt32, next: UInt32, in bytes: [UInt8]) -> Range<Int> {
      var end = Int(next) - 1
      if end > Int(start), bytes[end - 1] == 0x0D { end -= 1 }
      return Int(start)..<end
    }
  }

  /// The ranges of a document's lines, without their line ends.
  ///
  /// A line feed at the very end opens no further line.
  struct Lines: RandomAccessCollection, Sendable {
    fileprivate let table: LineTable

    /// Whether the bytes are UTF-8, as they are but for tests.
    var isWellFormed: Bool { table.isWellFormed }
    var startIndex: Int { 0 }
    var endIndex: Int { table.contents.count }

    /// A line; O(1).
    subscript(index: Int) -> Range<Int> {
      LineTable.line(
        from: table.starts[index], next: table.starts[index + 1], in: table.bytes)
    }
  }

  /// The ranges of a document's lines without the white space at either end.
  struct Contents: RandomAccessCollection, Sendable {
    fileprivate let table: LineTable

    var startIndex: Int { 0 }
    var endIndex: Int { table.contents.count }

    /// The text of a line; O(1).
    subscript(index: Int) -> Range<Int> {
      let content = table.contents[index]
      return Int(content.start)..<Int(content.end)
    }
  }
}

extension DocumentText {
  /// The document with line feeds for its form feeds: each ends a line too.
  func endingLinesAtFormFeeds() -> DocumentText {
    guard let first = lines.table.starts.first, firstOffset(of: 0x0C, in: bytes.indices) != nil
    else {
      return self
    }
    let bytes = bytes.map { $0 == 0x0C ? 0x0A : $0 }
    // Feeds of both kinds together are within the limit.
    guard let starts = Self.lineStarts(in: bytes, from: Int(first)) else { return self }
    return DocumentText(
      lines: Lines(
        table: LineTable(bytes: bytes, isWellFormed: lines.isWellFormed, starts: starts)))
  }
}
