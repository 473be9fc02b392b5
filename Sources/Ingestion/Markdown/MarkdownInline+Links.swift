// Links and images.

extension MarkdownInline {
  /// Ends a link or an image, or leaves the bracket as text.
  ///
  /// - Returns: The index behind what was read, as below.
  mutating func closeBracket(
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
}
