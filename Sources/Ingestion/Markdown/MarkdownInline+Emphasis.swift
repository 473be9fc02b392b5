// Emphasis and strikethrough.

extension MarkdownInline {
  /// Opens or closes emphasis, or both, or leaves marks as text.
  mutating func appendEmphasis(
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
}
