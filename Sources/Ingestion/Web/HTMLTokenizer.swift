/// Cuts HTML into tags and text, as browsers do (WHATWG HTML, 13.2.5), in one pass.
///
/// libxml2's HTML parser is not used: it takes time that grows with the square of
/// the attributes of a tag (8 s for one of 630 kB) and of unmatched end tags (14 s
/// for 0.9 MB), and reads the same page differently from version to version.
/// Comments, processing instructions, document types, scripts and the like are
/// skipped. Offsets are those of the bytes given.
struct HTMLTokenizer {
  /// A piece of a page.
  enum Token: Equatable {
    /// Text with character references as they are.
    case text(Range<Int>)
    case start(HTMLTag)
    case end(HTMLTag)
  }

  /// The page, in UTF-8 or another encoding that extends ASCII.
  let bytes: [UInt8]
  /// The attributes read of the last start tag, the first of each.
  private(set) var attributes: [(attribute: HTMLAttribute, value: Range<Int>)] = []
  private var offset = 0
  /// The element whose text runs to its end tag.
  private var rawElement: HTMLTag?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of an attribute of the last start tag.
  func value(_ attribute: HTMLAttribute) -> ArraySlice<UInt8>? {
    attributes.first { $0.attribute == attribute }.map { bytes[$0.value] }
  }

  /// The next piece, or nil at the end.
  mutating func next() -> Token? {
    while offset < bytes.count {
      if let element = rawElement {
        rawElement = nil
        let end = endTag(of: element, from: offset)
        defer { offset = end }
        if element == .title, end > offset { return .text(offset..<end) }
        continue
      }
      guard bytes[offset] == UInt8(ascii: "<") else {
        return text()
      }
      if let token = markup() { return token }
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "<"), !beginsMarkup(offset) {
        return text()
      }
    }
    return nil
  }

  /// The text up to what may be markup, one byte at least.
  private mutating func text() -> Token {
    let start = offset
    offset =
      ByteSearch.firstOffset(of: UInt8(ascii: "<"), in: start + 1..<bytes.count, of: bytes.span)
      ?? bytes.count
    return .text(start..<offset)
  }

  private func beginsMarkup(_ offset: Int) -> Bool {
    guard offset + 1 < bytes.count else { return false }
    let next = bytes[offset + 1]
    return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  /// Reads what begins with `<`; nil when it is no tag of interest or no markup.
  private mutating func markup() -> Token? {
    guard beginsMarkup(offset) else { return nil }
    switch bytes[offset + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      skipDeclaration()
      return nil
    case UInt8(ascii: "/"):
      guard offset + 2 < bytes.count, isLetter(bytes[offset + 2]) else {
        skip(past: UInt8(ascii: ">"))
        return nil
      }
      offset += 2
      let tag = tagName()
      skip(past: UInt8(ascii: ">"))
      return tag.map { .end($0) }
    default:
      offset += 1
      let tag = tagName()
      guard readAttributes() else { return nil }
      if let tag, tag.hasRawText || tag == .title { rawElement = tag }
      return tag.map { .start($0) }
    }
  }

  /// `<!-- … -->`, or anything else up to `>`.
  private mutating func skipDeclaration() {
    let isComment =
      offset + 3 < bytes.count && bytes[offset + 2] == UInt8(ascii: "-")
      && bytes[offset + 3] == UInt8(ascii: "-")
    guard isComment else { return skip(past: UInt8(ascii: ">")) }
    // `<!-->` is a whole comment.
    offset += 2
    while offset < bytes.count {
      skip(past: UInt8(ascii: ">"))
      if bytes[offset - 1] == UInt8(ascii: ">"), bytes[offset - 2] == UInt8(ascii: "-"),
        bytes[offset - 3] == UInt8(ascii: "-")
      {
        return
      }
    }
  }

  private mutating func skip(past byte: UInt8) {
    guard offset < bytes.count else { return }
    let found = ByteSearch.firstOffset(of: byte, in: offset..<bytes.count, of: bytes.span)
    offset = found.map { $0 + 1 } ?? bytes.count
  }

  private mutating func tagName() -> HTMLTag? {
    var hash = HTMLName.seed
    while offset < bytes.count, !endsName(bytes[offset]) {
      hash = HTMLName.hash(hash, bytes[offset])
      offset += 1
    }
    return HTMLTag.byHash[hash]
  }

  /// Reads to the end of a start tag; false when the page ends within.
  private mutating func readAttributes() -> Bool {
    attributes.removeAll(keepingCapacity: true)
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ">") {
        offset += 1
        return true
      }
      if isSpace(byte) || byte == UInt8(ascii: "/") {
        offset += 1
      } else {
        readAttribute()
      }
    }
    return false
  }

  private mutating func readAttribute() {
    var hash = HTMLName.seed
    repeat {
      hash = HTMLName.hash(hash, bytes[offset])
      offset += 1
    } while offset < bytes.count && !endsName(bytes[offset]) && bytes[offset] != UInt8(ascii: "=")
    skipSpaces()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else { return }
    offset += 1
    skipSpaces()
    let value = attributeValue()
    guard let attribute = HTMLAttribute.byHash[hash],
      !attributes.contains(where: { $0.attribute == attribute })
    else { return }
    attributes.append((attribute, value))
  }

  private mutating func attributeValue() -> Range<Int> {
    guard offset < bytes.count else { return offset..<offset }
    let quote = bytes[offset]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      offset += 1
      let start = offset
      skip(past: quote)
      let isClosed = offset > start && bytes[offset - 1] == quote
      return start..<(isClosed ? offset - 1 : offset)
    }
    let start = offset
    while offset < bytes.count, !isSpace(bytes[offset]), bytes[offset] != UInt8(ascii: ">") {
      offset += 1
    }
    return start..<offset
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
  }

  /// Where the end tag of an element begins, or the end of the page.
  private func endTag(of element: HTMLTag, from start: Int) -> Int {
    let name = Array("\(element)".utf8)
    var index = start
    while index + 1 + name.count < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
        name.indices.allSatisfy({ bytes[index + 2 + $0] | 0x20 == name[$0] })
      {
        return index
      }
      index += 1
    }
    return bytes.count
  }

  private func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
