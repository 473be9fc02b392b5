/// What stands behind a link's words: `(address "title")` or `[reference]`.
enum MarkdownTarget {
  /// Parentheses within an address; more make it text, which bounds the time that
  /// hostile text takes.
  private static let maximumDepth = 32
  /// Bytes of a reference's name.
  static let maximumReferenceLength = 200

  /// The index after the address that begins at an index, or nil when none does.
  static func addressEnd(_ source: [UInt8], at index: Int) -> Int? {
    guard index < source.count, source[index] == MarkdownByte.openParenthesis else { return nil }
    var depth = 0
    var offset = index
    while offset < source.count {
      switch source[offset] {
      case MarkdownByte.backslash: offset += 1
      case MarkdownByte.openParenthesis:
        depth += 1
        guard depth <= maximumDepth else { return nil }
      case MarkdownByte.closeParenthesis:
        depth -= 1
        if depth == 0 { return offset + 1 }
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// The name in the brackets that begin at an index, or nil when there are none.
  static func reference(_ source: [UInt8], at index: Int) -> Range<Int>? {
    guard index < source.count, source[index] == MarkdownByte.openBracket else { return nil }
    let limit = min(source.count, index + maximumReferenceLength)
    var offset = index + 1
    while offset < limit, source[offset] != MarkdownByte.openBracket {
      if source[offset] == MarkdownByte.closeBracket { return index + 1..<offset }
      offset += 1
    }
    return nil
  }

  /// A reference's name as names are compared: ASCII letters in lower case.
  static func key(_ name: ArraySlice<UInt8>) -> [UInt8] {
    guard name.count <= maximumReferenceLength else { return [] }
    return name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// The name that a line `[name]: address` defines and what is behind the colon.
  static func definition(
    _ content: Range<Int>, in text: DocumentText
  ) -> (name: Range<Int>, rest: Range<Int>)? {
    guard let first = content.first, text.bytes[first] == MarkdownByte.openBracket else {
      return nil
    }
    let reach = content.prefix(maximumReferenceLength)
    guard let close = text.firstOffset(of: MarkdownByte.closeBracket, in: reach),
      close > first + 1, close + 1 < content.upperBound,
      text.bytes[close + 1] == MarkdownByte.colon
    else { return nil }
    let rest = text.trimmed(close + 2..<content.upperBound)
    return rest.isEmpty ? nil : (first + 1..<close, rest)
  }
}
