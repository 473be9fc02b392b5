extension DocumentText {
  /// The text of a range.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of some lines as one slide: each trimmed, without blank lines at
  /// either end or more than one in a row.
  ///
  /// - Complexity: O(*n*) for *n* bytes; copies them twice.
  func slideText(_ lines: some Sequence<Range<Int>>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(256)
    var isBlankPending = false
    for line in lines {
      let content = trimmed(line)
      if content.isEmpty {
        isBlankPending = !text.isEmpty
        continue
      }
      if isBlankPending { text.append(0x0A) }
      if !text.isEmpty { text.append(0x0A) }
      isBlankPending = false
      text += bytes[content]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The parts of a range between bytes of one value, empty ones included; no array
  /// is made of them.
  func parts(of range: Range<Int>, separatedBy separator: UInt8) -> Parts {
    Parts(bytes: bytes, separator: separator, rest: range)
  }

  /// Parts of a range, one after the other.
  struct Parts: Sequence, IteratorProtocol {
    fileprivate let bytes: [UInt8]
    fileprivate let separator: UInt8
    fileprivate var rest: Range<Int>?

    mutating func next() -> Range<Int>? {
      guard let current = rest else { return nil }
      guard let end = bytes[current].firstIndex(of: separator) else {
        rest = nil
        return current
      }
      rest = end + 1..<current.upperBound
      return current.lowerBound..<end
    }
  }

  /// How many of some lines have text.
  func contentLineCount(_ indices: Range<Int>) -> Int {
    indices.count { !isBlank(lines[$0]) }
  }

  /// The first line at or after an index that has text.
  func nextContentLine(from index: Int) -> Int? {
    var index = index
    while index < lines.count {
      if !isBlank(lines[index]) { return index }
      index += 1
    }
    return nil
  }

  /// The last line before an index that has text.
  func previousContentLine(before index: Int) -> Int? {
    var index = index
    while index > 0 {
      index -= 1
      if !isBlank(lines[index]) { return index }
    }
    return nil
  }
}
