/// Lines of text as a page shows them, gathered in one buffer.
struct PageLines {
  /// One line that is not blank.
  struct Line: Equatable {
    /// Where it stands in ``PageLines/text``.
    var range: Range<Int>
    /// Its level as a heading, 1 to 6, or 0.
    var heading: UInt8
    /// The transcript's slide it belongs to, counted from 0, or nil.
    var item: Int?
  }

  /// The bytes of all lines, one after the other, in UTF-8.
  private(set) var text: [UInt8] = []
  private(set) var lines: [Line] = []
  /// Control characters that were left out.
  private(set) var controlCount = 0

  private var lineStart = 0
  private var pendingSpace = PendingSpace.none

  /// White space that counts only if text follows on the same line.
  private enum PendingSpace { case none, space, lineEnd }

  /// The text of a line.
  func text(_ line: Line) -> String { String(decoding: text[line.range], as: UTF8.self) }

  /// Adds text of a page: white space is one space, and none where a line ends
  /// between two characters of Japanese or Chinese.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - range: Where the text stands in it.
  ///   - keepsLines: Whether white space stands as it is, as in `pre`.
  mutating func add(_ bytes: [UInt8], _ range: Range<Int>, keepsLines: Bool) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = offset
      while offset < range.upperBound, isPlain(bytes[offset]) { offset += 1 }
      if offset > start {
        beginWord(bytes[start])
        text.append(start..<offset, of: bytes.span)
      }
      guard offset < range.upperBound else { return }
      addOther(bytes, &offset, end: range.upperBound, keepsLines: keepsLines)
    }
  }

  /// Bytes that need no thought: neither white space nor controls nor `&`.
  private func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "&") && byte != 0x7F
  }

  private mutating func addOther(
    _ bytes: [UInt8], _ offset: inout Int, end: Int, keepsLines: Bool
  ) {
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case 0x0D where keepsLines && offset < end && bytes[offset] == 0x0A: break
    case 0x0A where keepsLines, 0x0D where keepsLines:
      if text.count > lineStart { text.append(0x0A) }
    case 0x20 where keepsLines, 0x09 where keepsLines: text.append(byte)
    case 0x0A, 0x0D: pendingSpace = .lineEnd
    case 0x20, 0x09, 0x0C: if pendingSpace == .none { pendingSpace = .space }
    case UInt8(ascii: "&"):
      guard let reference = CharacterReferences.scalar(in: bytes, at: offset - 1, end: end) else {
        beginWord(byte)
        text.append(byte)
        return
      }
      offset = reference.end
      add(reference.scalar)
    default: controlCount += 1
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0: if pendingSpace == .none { pendingSpace = .space }
    case 0..<0x20, 0x7F..<0xA0: controlCount += 1
    default:
      let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      if let first = bytes.first { beginWord(first) }
      text += bytes
    }
  }

  /// Puts a tab between two cells of a table row.
  mutating func addTab() {
    guard text.count > lineStart, text.last != 0x09 else { return }
    text.append(0x09)
    pendingSpace = .none
  }

  /// Puts the space before a word, if there is to be one.
  private mutating func beginWord(_ first: UInt8) {
    if pendingSpace != .none, text.count > lineStart, text.last != 0x09 {
      let joins = pendingSpace == .lineEnd && isWide(first) && endsWide()
      if !joins { text.append(0x20) }
    }
    pendingSpace = .none
  }

  /// Whether a first byte of UTF-8 begins kana, a kanji or a full-width form.
  /// (Korean, U+AC00 to U+D7FF, parts words by spaces.)
  private func isWide(_ first: UInt8) -> Bool {
    (0xE3...0xE9).contains(first) || first == 0xEF || first == 0xF0
  }

  private func endsWide() -> Bool {
    var index = text.count - 1
    while index > lineStart, text[index] & 0xC0 == 0x80 { index -= 1 }
    return isWide(text[index])
  }

  /// Ends the line.
  mutating func endLine(heading: UInt8, item: Int?) {
    pendingSpace = .none
    while text.count > lineStart, let last = text.last, last <= 0x20 { text.removeLast() }
    guard text.count > lineStart else { return }
    lines.append(Line(range: lineStart..<text.count, heading: heading, item: item))
    lineStart = text.count
  }
}
