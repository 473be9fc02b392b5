/// A line of nothing but marks that may part slides: `---`, `------`, `--`, `+++`,
/// `***`, `___`, `- - -`, and GitPitch's `---?image=…`.
struct MarkdownRule: Equatable {
  /// `-`, `+`, `*` or `_`.
  var mark: UInt8
  /// How many marks there are.
  var count: Int
  /// Whether spaces stand between the marks.
  var isSpaced: Bool
  /// Whether GitPitch's settings follow: `?image=…`.
  var hasSettings: Bool
  /// Whether the line above is text of a paragraph, which hyphens would underline.
  var followsParagraph = false

  /// Whether a line that begins with a mark may be a rule, by a few of its bytes.
  ///
  /// A rule ends with its mark, or settings follow three of them; most items of lists
  /// are told from rules so.
  static func mayBe(_ content: Range<Int>, in text: DocumentText) -> Bool {
    text.bytes[content.upperBound - 1] == text.bytes[content.lowerBound]
      || content.count > 3 && text.bytes[content.lowerBound + 3] == MarkdownByte.question
  }

  /// The rule that a line is, or nil when it is none.
  init?(_ line: Range<Int>, in text: DocumentText) {
    let content = text.trimmed(line)
    // Four spaces make a line code, or text of a list's item.
    guard content.count >= 2, content.lowerBound - line.lowerBound <= 3 else { return nil }
    let mark = text.bytes[content.lowerBound]
    switch mark {
    case MarkdownByte.hyphen, MarkdownByte.plus, MarkdownByte.star, MarkdownByte.underscore: break
    default: return nil
    }
    var count = 0
    var isSpaced = false
    var hasSettings = false
    scan: for offset in content {
      switch text.bytes[offset] {
      case mark: count += 1
      case MarkdownByte.space: isSpaced = true
      case MarkdownByte.question where count == 3 && !isSpaced:
        hasSettings = true
        break scan
      default: return nil
      }
    }
    guard count >= (mark == MarkdownByte.hyphen && !isSpaced ? 2 : 3) else { return nil }
    if mark == MarkdownByte.plus, isSpaced { return nil }
    self.mark = mark
    self.count = count
    self.isSpaced = isSpaced
    self.hasSettings = hasSettings
  }
}
