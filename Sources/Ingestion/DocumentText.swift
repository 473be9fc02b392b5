internal import Glibc

/// A whole document as UTF-8 bytes with a table of its lines.
///
/// What page readers scan: ranges of ``bytes`` instead of strings, so that text is
/// copied only once, into the slide it belongs to. The table costs 4 bytes a line.
struct DocumentText: Sendable {
  /// Lines a document may have.
  ///
  /// A line can be a slide of its own, many times its bytes in memory; this bounds what
  /// a hostile file can grow to.
  static let maximumLineCount = 2_000_000

  /// The lines in order.
  let lines: Lines

  /// The bytes; all ranges are offsets into them.
  var bytes: [UInt8] { lines.bytes }

  /// Finds the lines of a document; a byte order mark is no part of the first.
  ///
  /// - Throws: ``IngestionError`` when there are more than ``maximumLineCount`` lines.
  /// - Complexity: O(*n*) for *n* bytes, one pass.
  init(_ bytes: [UInt8], at location: SourceLocation) throws(IngestionError) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let starts = Self.lineStarts(in: bytes, from: start) else {
      throw IngestionError(
        at: location, reason: "more than \(Self.maximumLineCount) lines in one document",
        remedy: "give one talk a file, or JSONL with one a line")
    }
    lines = Lines(bytes: bytes, starts: starts)
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
}

extension DocumentText {
  /// The ranges of a document's lines, without their line ends.
  ///
  /// A line feed at the very end opens no further line.
  struct Lines: RandomAccessCollection, Sendable {
    fileprivate let bytes: [UInt8]
    /// Where each line begins, and one more for where a next one would.
    fileprivate let starts: [UInt32]

    var startIndex: Int { 0 }
    var endIndex: Int { Swift.max(starts.count - 1, 0) }

    /// A line; O(1).
    subscript(index: Int) -> Range<Int> {
      let start = Int(starts[index])
      var end = Int(starts[index + 1]) - 1
      if end > start, bytes[end - 1] == 0x0D { end -= 1 }
      return start..<end
    }
  }
}
