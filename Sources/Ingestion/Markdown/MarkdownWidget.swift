/// Lines that are GitPitch's own.
enum MarkdownWidget {
  /// Words behind `@` that stand alone on a line.
  private static let words: [StaticString] = ["@snapend", "@ul", "@ulend", "@ol", "@olend"]

  /// Whether a line begins with one of GitPitch's marks: `@[1-3]`, `@title[…]`,
  /// `@snapend`.
  static func isMark(_ content: Range<Int>, in text: DocumentText) -> Bool {
    if words.contains(where: { text.equals(content, $0) }) { return true }
    var offset = content.lowerBound + 1
    while offset < content.upperBound, MarkdownByte.isLetter(text.bytes[offset]) { offset += 1 }
    return offset < content.upperBound && text.bytes[offset] == MarkdownByte.openBracket
  }

  /// Whether a line is nothing but a mark without words for the slide.
  static func isDropped(_ content: Range<Int>, in text: DocumentText) -> Bool {
    words.contains(where: { text.equals(content, $0) })
      || text.hasPrefix(content, "[drag=") && text.hasSuffix(content, "]")
  }

  /// The speaker's words in `@note[…]`.
  static func note(_ content: Range<Int>, in text: DocumentText) -> Range<Int>? {
    guard text.hasPrefix(content, "@note["), text.hasSuffix(content, "]") else { return nil }
    return content.dropFirst("@note[".utf8.count).dropLast()
  }
}

/// The line from which the rest of a slide is the speaker's: `Note:` or `Notes:`.
enum MarkdownNotes {
  /// What stands behind the colon, or nil when a line is no such line.
  static func begin(_ content: Range<Int>, in text: DocumentText) -> Range<Int>? {
    guard let first = content.first, text.bytes[first] | 0x20 == UInt8(ascii: "n") else {
      return nil
    }
    let marks: [StaticString] = ["Note:", "Notes:", "note:", "notes:", "NOTE:", "NOTES:"]
    for mark in marks where text.hasPrefix(content, mark) {
      return text.trimmed(content.dropFirst(mark.utf8CodeUnitCount))
    }
    return nil
  }
}
