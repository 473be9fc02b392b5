/// A tag of HTML, or of a component, within text, or an address in angle brackets.
enum MarkdownTag: Equatable {
  /// `<br>`; all with the index after the closing bracket.
  case lineBreak(Int)
  /// Any other tag.
  case tag(Int)
  /// `<https://…>`.
  case link(Int)

  /// The tag that begins at an index, or nil when the bracket there is text.
  ///
  /// It is text before a space or a Japanese word. A tag ends at the next bracket at the latest.
  init?(_ source: [UInt8], at index: Int) {
    var offset = index + 1
    if offset < source.count, source[offset] == UInt8(ascii: "/") { offset += 1 }
    let name = offset
    while offset < source.count, Self.isName(source[offset]) { offset += 1 }
    guard offset > name, offset < source.count, MarkdownByte.isLetter(source[name]) else {
      return nil
    }
    switch source[offset] {
    case MarkdownByte.colon:
      guard let end = Self.addressEnd(source, at: offset) else { return nil }
      self = .link(end)
    case MarkdownByte.greater, MarkdownByte.space, MarkdownByte.lineFeed, 0x09,
      UInt8(ascii: "/"):
      guard let end = Self.tagEnd(source, at: offset) else { return nil }
      let isBreak =
        offset - name == 2 && source[name] | 0x20 == UInt8(ascii: "b")
        && source[name + 1] | 0x20 == UInt8(ascii: "r")
      self = isBreak ? .lineBreak(end) : .tag(end)
    default: return nil
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    MarkdownByte.isLetter(byte) || MarkdownByte.isDigit(byte) || byte == MarkdownByte.hyphen
      || byte == UInt8(ascii: ".")
  }

  private static func addressEnd(_ source: [UInt8], at colon: Int) -> Int? {
    var offset = colon
    while offset < source.count, !MarkdownByte.isSpace(source[offset]),
      source[offset] != MarkdownByte.less
    {
      if source[offset] == MarkdownByte.greater { return offset + 1 }
      offset += 1
    }
    return nil
  }

  private static func tagEnd(_ source: [UInt8], at index: Int) -> Int? {
    var quote: UInt8?
    var offset = index
    while offset < source.count, source[offset] != MarkdownByte.less {
      let byte = source[offset]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == MarkdownByte.greater {
        return offset + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      offset += 1
    }
    return nil
  }
}
