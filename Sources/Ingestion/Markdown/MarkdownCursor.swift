/// Walks the lines of a Markdown document and tells what each is a part of: a fence
/// of code, an HTML comment, a `<style>` or `<script>`, or the text.
///
/// Marks in code and comments are thus never taken for separators. What is opened and
/// never closed is text: one forgotten fence must not swallow the deck.
struct MarkdownCursor {
  /// What a line, or a part of it, is.
  enum Element: Equatable {
    /// A line of text without the white space around it; comments that begin and end
    /// on it are still in it.
    case line(Range<Int>)
    /// A rule; it parts slides or not, by the deck's flavor.
    case rule(MarkdownRule, Range<Int>)
    /// The first line of a code fence, with the words behind the marks.
    case fence(Range<Int>)
    /// A line of code.
    case code(Range<Int>)
    /// What stands between `<!--` and `-->`.
    case comment(Range<Int>)
  }

  /// Names of elements whose content is no text.
  private static let droppedTags = [Array("style".utf8), Array("script".utf8)]

  /// Comments of one line that are told of; further ones are only left out.
  private static let maximumCommentCount = 1_000

  let text: DocumentText
  /// The line that is read next.
  private(set) var index: Int
  private var pending: [Element] = []
  private var pendingIndex = 0
  /// The line that closes the fence or the dropped element that is open.
  private var closing: Int?
  private var isCode = false
  /// The line of text above, where it could be of a paragraph.
  private var above: Range<Int>?
  /// Fences that are known to have no end: the least length for each mark.
  private var unclosedLength: [UInt8: Int] = [:]
  private var unclosedTags: Set<[UInt8]> = []
  /// Where the next comment opens, at or behind all lines that were read.
  private var nextComment = -1

  init(_ text: DocumentText, from index: Int) {
    self.text = text
    self.index = index
  }

  /// Goes on at a later line.
  mutating func skip(to line: Int) {
    index = max(index, line)
    pending.removeAll(keepingCapacity: true)
    pendingIndex = 0
    closing = nil
    above = nil
  }

  /// The next element, or nil at the end.
  mutating func next() -> Element? {
    while true {
      if let element = nextPending() { return element }
      guard index < text.lines.count else { return nil }
      index += 1
      if let closing {
        let line = text.lines[index - 1]
        if index > closing { self.closing = nil }
        if isCode && index <= closing { return .code(line) }
        continue
      }
      if let element = element(index - 1) { return element }
    }
  }

  private mutating func nextPending() -> Element? {
    guard pendingIndex < pending.count else { return nil }
    let element = pending[pendingIndex]
    pendingIndex += 1
    if pendingIndex == pending.count {
      pending.removeAll(keepingCapacity: true)
      pendingIndex = 0
    }
    return element
  }

  /// The element that a line of text begins, or nil when there is nothing of it left.
  private mutating func element(_ index: Int) -> Element? {
    let content = text.contents[index]
    guard let first = content.first.map({ text.bytes[$0] }) else {
      above = nil
      return .line(content)
    }
    switch first {
    case MarkdownByte.backtick, MarkdownByte.tilde:
      if opensFence(content, first) {
        above = nil
        return .fence(content)
      }
    case MarkdownByte.less:
      if opensDropped(content) {
        above = nil
        return nil
      }
    case MarkdownByte.hyphen, MarkdownByte.plus, MarkdownByte.star, MarkdownByte.underscore:
      if MarkdownRule.mayBe(content, in: text),
        var rule = MarkdownRule(text.lines[index], in: text)
      {
        rule.followsParagraph = above.map { MarkdownLine.isParagraph($0, in: text) } ?? false
        above = nil
        return .rule(rule, content)
      }
    default: break
    }
    above = content
    if nextComment < content.lowerBound {
      nextComment =
        text.firstOffset(of: "<!--", in: content.lowerBound..<text.bytes.count) ?? text.bytes.count
    }
    return nextComment < content.upperBound ? commentsApart(content) : .line(content)
  }

  /// Whether a line opens a fence that is closed further down.
  private mutating func opensFence(_ line: Range<Int>, _ mark: UInt8) -> Bool {
    let length = line.prefix { text.bytes[$0] == mark }.count
    guard length >= 3, length < unclosedLength[mark] ?? .max else { return false }
    // `` ```code``` `` on one line is no fence.
    let info = line.dropFirst(length)
    if mark == MarkdownByte.backtick, text.firstOffset(of: mark, in: info) != nil { return false }
    closing = (index..<text.lines.count).first { candidate in
      let candidate = text.contents[candidate]
      return candidate.count >= length && candidate.allSatisfy { text.bytes[$0] == mark }
    }
    isCode = closing != nil
    if closing == nil { unclosedLength[mark] = length }
    return isCode
  }

  /// Whether a line opens an element whose content is no text and that is closed.
  private mutating func opensDropped(_ line: Range<Int>) -> Bool {
    guard
      let name = Self.droppedTags.first(where: {
        isTag($0, at: line.lowerBound + 1, before: line.upperBound)
      }), !unclosedTags.contains(name)
    else { return false }
    let end = (index - 1..<text.lines.count).first { candidate in
      text.bytes[text.lines[candidate]].indices.contains { offset in
        text.bytes[offset] == MarkdownByte.less && offset + 1 < text.bytes.count
          && text.bytes[offset + 1] == UInt8(ascii: "/")
          && isTag(name, at: offset + 2, before: text.lines[candidate].upperBound)
      }
    }
    guard let end else {
      unclosedTags.insert(name)
      return false
    }
    isCode = false
    closing = end >= index ? end : nil
    return true
  }

  private func isTag(_ name: [UInt8], at offset: Int, before end: Int) -> Bool {
    guard offset + name.count < end else { return false }
    for (index, byte) in name.enumerated() where text.bytes[offset + index] | 0x20 != byte {
      return false
    }
    return !MarkdownByte.isWord(text.bytes[offset + name.count])
  }

  /// Takes the comments of a line as elements of their own, before the line; one that
  /// ends on a later line takes the lines between.
  private mutating func commentsApart(_ line: Range<Int>) -> Element? {
    var offset = line.lowerBound
    while pending.count < Self.maximumCommentCount,
      let start = MarkdownLine.commentStart(in: offset..<line.upperBound, of: text)
    {
      if let end = text.firstOffset(of: "-->", in: start + 4..<line.upperBound) {
        pending.append(.comment(start + 4..<end))
        offset = end + 3
        continue
      }
      var last = index
      while last < text.lines.count, text.firstOffset(of: "-->", in: text.lines[last]) == nil {
        last += 1
      }
      guard last < text.lines.count,
        let end = text.firstOffset(of: "-->", in: text.lines[last])
      else {
        // Nothing closes this comment, nor any that opens further down.
        nextComment = text.bytes.count
        break
      }
      index = last + 1
      let before = text.trimmed(line.lowerBound..<start)
      if !before.isEmpty { pending.append(.line(before)) }
      pending.append(.comment(start + 4..<end))
      let rest = text.trimmed(end + 3..<text.lines[last].upperBound)
      if !rest.isEmpty { pending.append(.line(rest)) }
      above = nil
      return nextPending()
    }
    if pending.isEmpty { return .line(line) }
    if !MarkdownLine.isOnlyComments(line, in: text) { pending.append(.line(line)) }
    return nextPending()
  }
}
