// GitPitch's widgets.

extension MarkdownInline {
  /// Leaves out `@name[…]`; the words in the parentheses behind it stay.
  mutating func appendWidget(
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
  mutating func appendParenthesis(_ byte: UInt8, to output: inout [UInt8]) {
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
}
