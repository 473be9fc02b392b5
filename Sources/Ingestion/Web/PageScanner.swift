/// Goes through a page once and keeps what a reader of talks needs of it.
///
/// Left out are navigation, side notes, controls, readings of ruby, and headers
/// and footers of the page (those within an article are the article's).
struct PageScanner {
  /// Elements that may be open at a time.
  static let maximumDepth = 512
  /// Lines a page may have.
  static let maximumLineCount = 1_000_000
  /// Bytes of text a page may have.
  static let maximumTextByteCount = 16 << 20
  /// Bytes that a title, a name or an address in the head may have.
  static let maximumHeadTextByteCount = 4096

  /// Why a page is refused.
  enum Refusal: Error, Equatable {
    case tooDeep
    case tooMuchText
  }

  private(set) var lines = PageLines()
  private(set) var metadata = PageMetadata()
  /// The page's number of each slide of a transcript, where the page tells it.
  private(set) var itemNumbers: [Int?] = []
  /// Pieces of text that were left out as the site's.
  private(set) var leftOutCount = 0

  private var tokenizer: HTMLTokenizer
  private var open: [HTMLTag] = []
  /// How many of each element are open, by raw value.
  private var openCounts = [Int](repeating: 0, count: HTMLTag.allCases.count)
  /// How many elements were open where the outermost of each kind began.
  private var leftOutDepth: Int?
  private var transcriptDepth: Int?
  private var itemDepth: Int?
  private var headingDepth: Int?
  private var isInTitle = false

  init(_ bytes: [UInt8]) { tokenizer = HTMLTokenizer(bytes) }

  /// Goes through the page.
  ///
  /// - Throws: ``Refusal``.
  mutating func scan() throws(Refusal) {
    while let token = tokenizer.next() {
      switch token {
      case .text(let range): text(range)
      case .start(let tag): try start(tag)
      case .end(let tag): end(tag)
      }
      if lines.lines.count > Self.maximumLineCount
        || lines.text.count > Self.maximumTextByteCount
      {
        throw .tooMuchText
      }
    }
    endLine()
  }

  private mutating func text(_ range: Range<Int>) {
    if isInTitle {
      isInTitle = false
      if leftOutDepth == nil { metadata.addTitle(decoded(tokenizer.bytes[range])) }
    } else if leftOutDepth == nil {
      lines.add(tokenizer.bytes, range, keepsLines: openCounts[Int(HTMLTag.pre.rawValue)] > 0)
    } else if tokenizer.bytes[range].contains(where: { $0 > 0x20 }) {
      leftOutCount += 1
    }
  }

  private mutating func start(_ tag: HTMLTag) throws(Refusal) {
    switch tag {
    case .meta: addProperty()
    case .link:
      metadata.addLink(
        rel: tokenizer.value(.rel).map(decoded) ?? "",
        href: tokenizer.value(.href).map(decoded) ?? "")
    case .title: isInTitle = true
    case .a: noteNumber(.href)
    case .img:
      noteNumber(.src)
      noteNumber(.datasrc)
    case .td, .th: if leftOutDepth == nil { lines.addTab() }
    default: break
    }
    impliedEnds(before: tag)
    if tag.partsLines { endLine() }
    guard !tag.isVoid, !tag.hasRawText, !tag.isPassedOver else { return }
    guard open.count < Self.maximumDepth else { throw .tooDeep }
    if leftOutDepth == nil { enter(tag) }
    open.append(tag)
    openCounts[Int(tag.rawValue)] += 1
  }

  /// Notes what begins with an element that is about to open.
  private mutating func enter(_ tag: HTMLTag) {
    let role = TranscriptRole(tag, tokenizer)
    if role == .none, isLeftOut(tag) {
      leftOutDepth = open.count
      return
    }
    if itemDepth == nil, role == .slide || tag == .li && transcriptDepth != nil {
      itemDepth = open.count
      itemNumbers.append(nil)
    } else if role == .transcript, transcriptDepth == nil {
      transcriptDepth = open.count
    }
    if tag.headingLevel > 0, headingDepth == nil { headingDepth = open.count }
  }

  private func isLeftOut(_ tag: HTMLTag) -> Bool {
    guard tag == .header || tag == .footer else { return tag.isLeftOut }
    return [.main, .article, .section].allSatisfy { (outer: HTMLTag) in
      openCounts[Int(outer.rawValue)] == 0
    }
  }

  /// Closes what a start tag closes without an end tag.
  private mutating func impliedEnds(before tag: HTMLTag) {
    switch tag {
    case .li:
      if openCounts[Int(HTMLTag.li.rawValue)] > 0,
        let last = open.lastIndex(where: { $0 == .li || $0 == .ol || $0 == .ul }), open[last] == .li
      {
        close(to: last)
      }
    case .rb, .rt, .rp, .rtc:
      while let last = open.last, [.rb, .rt, .rp, .rtc].contains(last) { close(to: open.count - 1) }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let last = open.last, last.headingLevel > 0 { close(to: open.count - 1) }
    default: break
    }
  }

  private mutating func end(_ tag: HTMLTag) {
    if tag.partsLines { endLine() }
    guard openCounts[Int(tag.rawValue)] > 0, let last = open.lastIndex(of: tag) else { return }
    close(to: last)
  }

  /// Closes elements until so many are open.
  private mutating func close(to depth: Int) {
    endLineIfEnding(depth)
    while open.count > depth, let tag = open.popLast() { openCounts[Int(tag.rawValue)] -= 1 }
    if let start = leftOutDepth, start >= depth { leftOutDepth = nil }
    if let start = transcriptDepth, start >= depth { transcriptDepth = nil }
    if let start = itemDepth, start >= depth { itemDepth = nil }
    if let start = headingDepth, start >= depth { headingDepth = nil }
  }

  private mutating func endLineIfEnding(_ depth: Int) {
    if (itemDepth ?? -1) >= depth || (headingDepth ?? -1) >= depth { endLine() }
  }

  private mutating func endLine() {
    guard leftOutDepth == nil else { return }
    let heading = headingDepth.map { open[$0].headingLevel } ?? 0
    lines.endLine(heading: heading, item: itemDepth == nil ? nil : itemNumbers.count - 1)
  }

  /// Takes the page's number from an address, the first in each item.
  private mutating func noteNumber(_ attribute: HTMLAttribute) {
    guard itemDepth != nil, let last = itemNumbers.indices.last, itemNumbers[last] == nil,
      let address = tokenizer.value(attribute)
    else { return }
    itemNumbers[last] = SlideLink.pageNumber(in: address)
  }

  private mutating func addProperty() {
    guard let name = tokenizer.value(.property) ?? tokenizer.value(.name),
      let content = tokenizer.value(.content)
    else { return }
    metadata.addProperty(decoded(name), decoded(content))
  }

  /// Text of the head; what is too long for a title or a name is none.
  private func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count <= Self.maximumHeadTextByteCount else { return "" }
    var lines = PageLines()
    lines.add(tokenizer.bytes, bytes.indices, keepsLines: false)
    lines.endLine(heading: 0, item: nil)
    return lines.lines.first.map(lines.text) ?? ""
  }
}
