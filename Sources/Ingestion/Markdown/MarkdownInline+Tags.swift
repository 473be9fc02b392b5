// Tags, comments and addresses in angle brackets.

extension MarkdownInline {
  /// Leaves out a comment or a tag.
  func appendTag(
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
}
