/// Turns the marks within a paragraph into plain text: emphasis, code spans, links,
/// images, HTML tags, entities and escapes.
///
/// Follows CommonMark where a reader would see the difference, with two leniences:
/// `**` may close before a Japanese word without a space, and nothing is nested deeper
/// than ``maximumDepth``, so that time is linear in the length of any text. Marks that
/// are known for marks only later are overwritten in the output by 0xFF, which UTF-8
/// does not have, and taken out at the end.
struct MarkdownInline {
  /// Open marks that are remembered; older ones stay text.
  static let maximumDepth = 32
  static let removed: UInt8 = 0xFF

  /// A mark that may yet be closed, by where it stands in the output.
  struct Opener {
    var mark: UInt8
    var offset: Int
    var count: Int
    var isImage = false
    /// Whether emphasis could close here too.
    var canClose = false
    /// How many marks there were at first.
    var length = 0
  }

  /// Whether GitPitch's `@name[…](…)` are marks too.
  var hasWidgets = false
  /// The references that the document defines, as ``MarkdownTarget/key(_:)`` has them.
  var references: Set<[UInt8]> = []
  /// Whether an image was met and left out.
  private(set) var hasImage = false
  private var openers: [Opener] = []
  private var hasRemoved = false

  /// Adds the plain text of a paragraph to an output.
  mutating func append(_ source: [UInt8], to output: inout [UInt8]) {
    openers.removeAll(keepingCapacity: true)
    hasRemoved = false
    let start = output.count
    var codeSpans = MarkdownCodeSpans(source)
    var hasComments = true
    var index = 0
    while index < source.count {
      let plain = index
      while index < source.count, !Self.isSpecial(source[index]) { index += 1 }
      output += source[plain..<index]
      guard index < source.count else { break }
      switch source[index] {
      case MarkdownByte.backslash:
        if index + 1 < source.count, MarkdownByte.isPunctuation(source[index + 1]) { index += 1 }
        output.append(source[index])
        index += 1
      case MarkdownByte.backtick:
        let length = Self.runLength(source, at: index)
        if let end = codeSpans.end(ofSpanAt: index, length: length) {
          Self.appendCode(source[index + length..<end - length], to: &output)
          index = end
        } else {
          output += source[index..<index + length]
          index += length
        }
      case MarkdownByte.less:
        index = appendTag(source, at: index, to: &output, hasComments: &hasComments)
      case MarkdownByte.ampersand:
        index = MarkdownEntity.append(source, at: index, to: &output)
      case MarkdownByte.exclamation:
        if index + 1 < source.count, source[index + 1] == MarkdownByte.openBracket {
          open(
            Opener(mark: MarkdownByte.openBracket, offset: output.count, count: 2, isImage: true))
          output += [MarkdownByte.exclamation, MarkdownByte.openBracket]
          index += 2
        } else {
          output.append(source[index])
          index += 1
        }
      case MarkdownByte.openBracket:
        open(Opener(mark: MarkdownByte.openBracket, offset: output.count, count: 1))
        output.append(source[index])
        index += 1
      case MarkdownByte.closeBracket:
        index = closeBracket(source, at: index, to: &output)
      case MarkdownByte.at where hasWidgets:
        index = appendWidget(source, at: index, to: &output)
      case MarkdownByte.openParenthesis, MarkdownByte.closeParenthesis:
        appendParenthesis(source[index], to: &output)
        index += 1
      case MarkdownByte.star, MarkdownByte.underscore, MarkdownByte.tilde:
        index = appendEmphasis(source, at: index, to: &output)
      default:
        output.append(source[index])
        index += 1
      }
    }
    if hasRemoved { Self.compact(&output, from: start) }
  }

  /// Forgets what was met in the paragraphs before.
  mutating func reset() { hasImage = false }

  private mutating func open(_ opener: Opener) {
    if openers.count == Self.maximumDepth { openers.removeFirst() }
    openers.append(opener)
  }

  private mutating func remove(_ range: Range<Int>, from output: inout [UInt8]) {
    for offset in range { output[offset] = Self.removed }
    hasRemoved = true
  }

  // MARK: Links and images

  private mutating func closeBracket(
    _ source: [UInt8], at index: Int, to output: inout [UInt8]
  ) -> Int {
    guard let top = openers.lastIndex(where: { $0.mark == MarkdownByte.openBracket }) else {
      output.append(source[index])
      return index + 1
    }
    let opener = openers.remove(at: top)
    guard let end = target(source, at: index, of: opener, in: output) else {
      // A footnote's mark is no text.
      if opener.offset + 1 < output.count, output[opener.offset + 1] == UInt8(ascii: "^") {
        openers.removeSubrange(top...)
        output.removeSubrange(opener.offset...)
        return index + 1
      }
      output.append(source[index])
      return index + 1
    }
    openers.removeSubrange(top...)
    if opener.isImage {
      output.removeSubrange(opener.offset...)
      hasImage = true
    } else {
      remove(opener.offset..<opener.offset + 1, from: &output)
    }
    return end
  }

  /// The index after a link's target: an address, a defined reference, or nothing
  /// where the words themselves are a defined reference.
  private func target(
    _ source: [UInt8], at index: Int, of opener: Opener, in output: [UInt8]
  ) -> Int? {
    if let end = MarkdownTarget.addressEnd(source, at: index + 1) { return end }
    guard !references.isEmpty else { return nil }
    let words = output[min(opener.offset + opener.count, output.count)...]
    guard let reference = MarkdownTarget.reference(source, at: index + 1) else {
      return references.contains(MarkdownTarget.key(words)) ? index + 1 : nil
    }
    let name = reference.isEmpty ? words : source[reference]
    return references.contains(MarkdownTarget.key(name)) ? reference.upperBound + 1 : nil
  }

  // MARK: Emphasis

  private mutating func appendEmphasis(
    _ source: [UInt8], at index: Int, to output: inout [UInt8]
  ) -> Int {
    let mark = source[index]
    var count = Self.runLength(source, at: index)
    let end = index + count
    let sides = MarkdownFlanking(source, index..<end)
    if mark == MarkdownByte.tilde, count != 2 {
      output += source[index..<end]
      return end
    }
    if sides.canClose {
      while count > 0, let match = opener(mark, count, closing: end - index, sides) {
        let taken = min(count, openers[match].count)
        let last = openers[match].offset + openers[match].count
        remove(last - taken..<last, from: &output)
        openers[match].count -= taken
        if openers[match].count == 0 { openers.remove(at: match) }
        count -= taken
      }
    }
    if count > 0, sides.canOpen {
      open(
        Opener(
          mark: mark, offset: output.count, count: count, canClose: sides.canClose,
          length: end - index))
    }
    output += source[end - count..<end]
    return end
  }

  /// The innermost opener of as many marks or, where there is none, of any number.
  ///
  /// CommonMark's rule of three: runs that could both open and close do not match when
  /// their lengths add up to a multiple of three, unless both are one.
  private func opener(
    _ mark: UInt8, _ count: Int, closing length: Int, _ sides: MarkdownFlanking
  ) -> Int? {
    func matches(_ opener: Opener) -> Bool {
      guard opener.mark == mark else { return false }
      guard sides.canOpen || opener.canClose else { return true }
      return !(opener.length + length).isMultiple(of: 3) || length.isMultiple(of: 3)
    }
    return openers.lastIndex { $0.count == count && matches($0) }
      ?? openers.lastIndex(where: matches)
  }

  // MARK: Tags

  private func appendTag(
    _ source: [UInt8], at index: Int, to output: inout [UInt8], hasComments: inout Bool
  ) -> Int {
    if hasComments, source[index...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
      var end = index + 4
      while end + 2 < source.count {
        if source[end] == MarkdownByte.hyphen, source[end + 1] == MarkdownByte.hyphen,
          source[end + 2] == MarkdownByte.greater
        {
          return end + 3
        }
        end += 1
      }
      hasComments = false
    }
    switch MarkdownTag(source, at: index) {
    case .lineBreak(let end):
      output.append(MarkdownByte.lineFeed)
      return end
    case .tag(let end): return end
    case .link(let end):
      output += source[index + 1..<end - 1]
      return end
    case nil:
      output.append(source[index])
      return index + 1
    }
  }

  // MARK: GitPitch

  /// Leaves out `@name[…]`; the words in the parentheses behind it stay.
  private mutating func appendWidget(
    _ source: [UInt8], at index: Int, to output: inout [UInt8]
  ) -> Int {
    var end = index + 1
    while end < source.count, MarkdownByte.isLetter(source[end]) { end += 1 }
    guard end < source.count, source[end] == MarkdownByte.openBracket else {
      output += source[index..<end]
      return end
    }
    while end < source.count, source[end] != MarkdownByte.closeBracket {
      if source[end] == MarkdownByte.lineFeed || source[end] == MarkdownByte.at {
        output.append(source[index])
        return index + 1
      }
      end += 1
    }
    guard end < source.count else {
      output += source[index..<end]
      return end
    }
    end += 1
    if end < source.count, source[end] == MarkdownByte.openParenthesis {
      open(Opener(mark: MarkdownByte.openParenthesis, offset: output.count, count: 0))
      end += 1
    }
    return end
  }

  /// Parentheses stay but for those of a widget.
  private mutating func appendParenthesis(_ byte: UInt8, to output: inout [UInt8]) {
    guard hasWidgets else {
      output.append(byte)
      return
    }
    if byte == MarkdownByte.openParenthesis {
      open(Opener(mark: byte, offset: output.count, count: 1))
    } else if let top = openers.lastIndex(where: { $0.mark == MarkdownByte.openParenthesis }) {
      let isWidget = openers.remove(at: top).count == 0
      if isWidget { return }
    }
    output.append(byte)
  }

  // MARK: Bytes

  private static func isSpecial(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return switch byte {
    case MarkdownByte.backslash, MarkdownByte.backtick, MarkdownByte.less, MarkdownByte.ampersand,
      MarkdownByte.exclamation, MarkdownByte.openBracket, MarkdownByte.closeBracket,
      MarkdownByte.star, MarkdownByte.underscore, MarkdownByte.tilde, MarkdownByte.at,
      MarkdownByte.openParenthesis, MarkdownByte.closeParenthesis:
      true
    default: false
    }
  }

  private static func runLength(_ source: [UInt8], at index: Int) -> Int {
    var end = index + 1
    while end < source.count, source[end] == source[index] { end += 1 }
    return end - index
  }

  /// A code span's words: one space at either end parts them from backticks.
  private static func appendCode(_ code: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var code = code
    if code.count > 2, code.first == MarkdownByte.space, code.last == MarkdownByte.space {
      code = code.dropFirst().dropLast()
    }
    output += code
  }

  private static func compact(_ output: inout [UInt8], from start: Int) {
    var end = start
    for index in start..<output.count where output[index] != removed {
      output[end] = output[index]
      end += 1
    }
    output.removeSubrange(end...)
  }
}
