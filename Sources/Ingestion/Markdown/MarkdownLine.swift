/// What single lines of Markdown are.
enum MarkdownLine {
  /// The level and the words of a heading `## words ##`.
  static func heading(
    _ line: Range<Int>, in text: DocumentText
  ) -> (level: Int, words: Range<Int>)? {
    let content = text.trimmed(line)
    guard let first = content.first, text.bytes[first] == MarkdownByte.hash else { return nil }
    let level = content.prefix(7).prefix { text.bytes[$0] == MarkdownByte.hash }.count
    let rest = content.dropFirst(level)
    guard level <= 6, rest.isEmpty || MarkdownByte.isSpace(text.bytes[rest.lowerBound]) else {
      return nil
    }
    var words = text.trimmed(rest)
    // Marks behind the words close the heading when a space parts them.
    var end = words.upperBound
    while end > words.lowerBound, text.bytes[end - 1] == MarkdownByte.hash { end -= 1 }
    if end == words.lowerBound {
      words = end..<end
    } else if MarkdownByte.isSpace(text.bytes[end - 1]) {
      words = text.trimmed(words.lowerBound..<end)
    }
    return (level, words)
  }

  /// The mark of a list's item, `-`, `*`, `+` or `12.`, and where its words begin.
  static func item(
    _ content: Range<Int>, in text: DocumentText
  ) -> (isOrdered: Bool, words: Int)? {
    guard let start = content.first else { return nil }
    var offset = start
    let isOrdered = MarkdownByte.isDigit(text.bytes[start])
    if isOrdered {
      while offset < content.upperBound, offset - start < 9,
        MarkdownByte.isDigit(text.bytes[offset])
      { offset += 1 }
      guard offset < content.upperBound,
        text.bytes[offset] == UInt8(ascii: ".")
          || text.bytes[offset] == MarkdownByte.closeParenthesis
      else { return nil }
    } else {
      switch text.bytes[start] {
      case MarkdownByte.hyphen, MarkdownByte.star, MarkdownByte.plus: break
      default: return nil
      }
    }
    offset += 1
    guard offset == content.upperBound || MarkdownByte.isSpace(text.bytes[offset]) else {
      return nil
    }
    return (isOrdered, text.trimmed(offset..<content.upperBound).lowerBound)
  }

  /// Whether hyphens below a line would make it a heading.
  static func isParagraph(_ content: Range<Int>, in text: DocumentText) -> Bool {
    guard let first = content.first.map({ text.bytes[$0] }) else { return false }
    switch first {
    case MarkdownByte.less, MarkdownByte.greater, MarkdownByte.pipe, MarkdownByte.at: return false
    case MarkdownByte.hash: return heading(content, in: text) == nil
    case MarkdownByte.colon: return !text.hasPrefix(content, ":::")
    default: return item(content, in: text) == nil
    }
  }

  /// Whether a line is the rule below the head of a table: `| --- | :-: |`.
  static func isTableRule(_ content: Range<Int>, in text: DocumentText) -> Bool {
    var hasPipe = false
    var hasHyphen = false
    for offset in content {
      switch text.bytes[offset] {
      case MarkdownByte.pipe: hasPipe = true
      case MarkdownByte.hyphen: hasHyphen = true
      case MarkdownByte.colon, MarkdownByte.space: break
      default: return false
      }
    }
    return hasPipe && hasHyphen
  }

  /// Where the first comment begins in a part of a line; an opening within a code
  /// span, which an odd number of backticks stands before, is none.
  static func commentStart(in range: Range<Int>, of text: DocumentText) -> Int? {
    var rest = range
    var backtickCount = 0
    while let start = text.firstOffset(of: "<!--", in: rest) {
      backtickCount += text.bytes[rest.lowerBound..<start].count { $0 == MarkdownByte.backtick }
      if backtickCount.isMultiple(of: 2) { return start }
      rest = start + 4..<range.upperBound
    }
    return nil
  }

  /// Whether a line is blank but for comments that begin and end on it.
  static func isOnlyComments(_ line: Range<Int>, in text: DocumentText) -> Bool {
    var rest = text.trimmed(line)
    while text.hasPrefix(rest, "<!--") {
      guard let end = text.firstOffset(of: "-->", in: rest.dropFirst(4)) else { return false }
      rest = text.trimmed(end + 3..<rest.upperBound)
    }
    return rest.isEmpty
  }
}
