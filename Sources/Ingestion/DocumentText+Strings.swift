extension DocumentText {
  /// The text of a range.
  ///
  /// - Complexity: O(*n*) for *n* bytes, copied and not looked at.
  func string(_ range: Range<Int>) -> String {
    guard lines.isWellFormed, isBoundary(range.lowerBound), isBoundary(range.upperBound) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    let bytes = bytes
    // SAFETY: because the document is well-formed UTF-8, and the range begins and ends
    // between two of its characters.
    return unsafe String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
  }

  /// Whether no character has bytes on both sides of an offset of a well-formed
  /// document.
  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  /// The text of some lines as one slide: each trimmed, without blank lines at
  /// either end or more than one in a row.
  ///
  /// - Complexity: O(*n*) for *n* bytes; copies once where the document has the text
  ///   just so, else twice.
  func slideText(_ lines: some Sequence<Range<Int>>) -> String {
    var text: [UInt8] = []
    // What stands in the document just as in the slide.
    var run = 0..<0
    var isBlankPending = false
    for line in lines {
      let content = trimmed(line)
      if content.isEmpty {
        isBlankPending = !run.isEmpty
      } else if run.isEmpty {
        run = content
      } else {
        let feeds = isBlankPending ? 2 : 1
        if content.lowerBound == run.upperBound + feeds, bytes[run.upperBound] == 0x0A,
          bytes[content.lowerBound - 1] == 0x0A
        {
          run = run.lowerBound..<content.upperBound
        } else {
          if text.isEmpty { text.reserveCapacity(1024) }
          text.append(run, of: bytes.span)
          for _ in 0..<feeds { text.append(0x0A) }
          run = content
        }
        isBlankPending = false
      }
    }
    if text.isEmpty { return string(run) }
    text.append(run, of: bytes.span)
    return String(bytes: text)
  }

  /// The parts of a range between bytes of one value, empty ones included; no array
  /// is made of them.
  func parts(of range: Range<Int>, separatedBy separator: UInt8) -> Parts {
    Parts(text: self, separator: separator, rest: range)
  }

  /// Parts of a range, one after the other.
  struct Parts: Sequence, IteratorProtocol {
    fileprivate let text: DocumentText
    fileprivate let separator: UInt8
    fileprivate var rest: Range<Int>?

    mutating func next() -> Range<Int>? {
      guard let current = rest else { return nil }
      guard let end = text.firstOffset(of: separator, in: current) else {
        rest = nil
        return current
      }
      rest = end + 1..<current.upperBound
      return current.lowerBound..<end
    }
  }

  /// How many of some lines have text.
  func contentLineCount(_ indices: Range<Int>) -> Int {
    indices.count { !contents[$0].isEmpty }
  }

  /// The first line at or after an index that has text.
  func nextContentLine(from index: Int) -> Int? {
    var index = index
    while index < lines.count {
      if !contents[index].isEmpty { return index }
      index += 1
    }
    return nil
  }

  /// The last line before an index that has text.
  func previousContentLine(before index: Int) -> Int? {
    var index = index
    while index > 0 {
      index -= 1
      if !contents[index].isEmpty { return index }
    }
    return nil
  }
}
