/// The lines of a slide's text.
enum SlideLines {
  /// Gives each line's range in turn, without its line feed; a text without one is one
  /// line.
  static func forEach(in text: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = 0
    while true {
      let end = ByteSearch.firstOffset(of: 0x0A, in: start..<text.count, of: text) ?? text.count
      body(start..<end)
      guard end < text.count else { return }
      start = end + 1
    }
  }
}
