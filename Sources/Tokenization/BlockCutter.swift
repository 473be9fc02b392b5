/// Cuts a text into blocks that can be tokenized one by one.
///
/// ICU always ends a word at a line end, and pairs of words never cross one, so
/// cutting there changes nothing. A line longer than a block is cut at its last
/// space within the block, and one without spaces at a character; only in such
/// lines can a block's edge be seen (a term across it is not kept whole).
public struct BlockCutter {
  /// The size a block aims at, in bytes: its working memory stays in L2.
  public static let target = 16 * 1024

  private var offset = 0

  /// Begins at the start of a text.
  package init() {}

  /// The next block's range, or nil at the end.
  mutating func next(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let start = offset
    let limit = min(start + Self.target, bytes.count)
    offset = limit == bytes.count ? limit : Self.cut(bytes, start, limit)
    return start..<offset
  }

  private static func cut(_ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Int {
    var space = start
    var position = limit
    while position > start {
      let byte = bytes[position - 1]
      if byte == 0x0A { return position }
      if byte == 0x20, space == start { space = position }
      position -= 1
    }
    if space > start { return space }
    position = limit
    while position > start + 1, bytes[position] & 0xC0 == 0x80 { position -= 1 }
    return position
  }
}
