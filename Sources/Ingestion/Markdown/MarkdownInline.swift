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
  var hasImage = false
  var openers: [Opener] = []
  var hasRemoved = false

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
      output.append(plain..<index, of: source.span)
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

  /// Remembers an open mark.
  mutating func open(_ opener: Opener) {
    if openers.count == Self.maximumDepth { openers.removeFirst() }
    openers.append(opener)
  }

  /// Marks bytes of the output as to be taken out.
  mutating func remove(_ range: Range<Int>, from output: inout [UInt8]) {
    for offset in range { output[offset] = Self.removed }
    hasRemoved = true
  }

  /// Whether a paragraph has no marks at all.
  static func isPlain(_ source: [UInt8]) -> Bool { !source.contains(where: isSpecial) }

  /// Whether a byte may be a mark: a bit for each byte of ASCII, in two words.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x80 && (byte < 0x40 ? lowMarks : highMarks) >> UInt64(byte & 0x3F) & 1 != 0
  }

  // ! & ( ) * <
  private static let lowMarks: UInt64 = 0x1000_0742_0000_0000
  // @ [ \ ] _ ` ~
  private static let highMarks: UInt64 = 0x4000_0001_B800_0001

  /// How often the byte at an index is repeated from there.
  static func runLength(_ source: [UInt8], at index: Int) -> Int {
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
