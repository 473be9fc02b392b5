internal import Glibc

/// The lines of a slide's text.
enum SlideLines {
  /// Gives each line's range in turn, without its line feed; a text without one is one
  /// line.
  static func forEach(in text: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    while true {
      let end = end(of: start, in: text)
      body(start..<end)
      guard end < text.count else { return }
      start = end + 1
    }
  }

  /// Where the line feed behind an offset is, or the end.
  private static func end(of start: Int, in text: Span<UInt8>) -> Int {
    // SAFETY: because start is at most the count, memchr reads no byte outside the
    // buffer, and what it returns is a pointer into it.
    unsafe text.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let feed = unsafe memchr(base + start, 0x0A, buffer.count - start)
      else { return buffer.count }
      return unsafe feed - UnsafeMutableRawPointer(mutating: base)
    }
  }
}
