internal import Talks

/// Gathers the plain text and the notes of one slide, block by block.
struct MarkdownSlideWriter {
  /// Between the cells of a table's row.
  static let cellSeparator = UInt8(ascii: "\t")

  /// Whether what follows is the speaker's, not the slide's.
  var isInNotes = false
  /// Whether the source hides the slide.
  var isHidden = false
  private var inline = MarkdownInline()
  private var text: [UInt8] = []
  private var notes: [UInt8] = []
  /// The Markdown of the paragraph that is open.
  private var paragraph: [UInt8] = []
  private var rendered: [UInt8] = []
  private var isBlankPending = false

  init(hasWidgets: Bool, references: Set<[UInt8]>) {
    inline.hasWidgets = hasWidgets
    inline.references = references
  }

  /// Whether nothing was written for the slide yet.
  var isEmpty: Bool { text.isEmpty && notes.isEmpty && paragraph.isEmpty }
  /// Whether a paragraph is open.
  var hasParagraph: Bool { !paragraph.isEmpty }
  /// Whether the slide has an image and no text.
  var isPicture: Bool { inline.hasImage && text.isEmpty }

  /// Adds a line of Markdown to the open paragraph.
  mutating func append(_ line: Range<Int>, of bytes: [UInt8]) {
    if !paragraph.isEmpty { paragraph.append(MarkdownByte.lineFeed) }
    paragraph.append(line, of: bytes.span)
  }

  /// Begins a paragraph with plain text, a list's bullet.
  mutating func begin(_ mark: StaticString) {
    flush()
    mark.withUTF8Buffer { unsafe paragraph += $0 }
  }

  /// Adds Markdown to the last line of the open paragraph.
  mutating func extend(_ line: Range<Int>, of bytes: [UInt8]) {
    paragraph.append(line, of: bytes.span)
  }

  /// Ends the open paragraph and leaves a line free.
  mutating func endBlock() {
    flush()
    isBlankPending = true
  }

  /// Adds a line as it is, but for white space at its end.
  mutating func appendCode(_ line: ArraySlice<UInt8>) {
    flush()
    var end = line.endIndex
    while end > line.startIndex, MarkdownByte.isSpace(line[end - 1]) { end -= 1 }
    if end == line.startIndex {
      isBlankPending = true
    } else {
      write(0..<end - line.startIndex, of: line.span)
    }
  }

  /// Adds the row of a table, `| a | b |`, its cells parted by tabs.
  mutating func appendRow(_ row: ArraySlice<UInt8>) {
    flush()
    var cells = row
    if cells.first == MarkdownByte.pipe { cells = cells.dropFirst() }
    if cells.last == MarkdownByte.pipe, cells.dropLast().last != MarkdownByte.backslash {
      cells = cells.dropLast()
    }
    var previous: UInt8 = 0
    for byte in cells {
      if byte == MarkdownByte.pipe, previous != MarkdownByte.backslash {
        while paragraph.last == MarkdownByte.space { paragraph.removeLast() }
        paragraph.append(Self.cellSeparator)
      } else if byte == MarkdownByte.pipe {
        // An escaped pipe is text, in code spans too.
        paragraph.removeLast()
        paragraph.append(byte)
      } else if byte != MarkdownByte.space || !isAtCellStart {
        paragraph.append(byte)
      }
      previous = byte
    }
    flush()
  }

  private var isAtCellStart: Bool { paragraph.last ?? Self.cellSeparator == Self.cellSeparator }

  /// Ends the open paragraph as a heading.
  ///
  /// - Returns: Its text on one line.
  mutating func endHeading() -> String {
    render()
    let heading = rendered.split(separator: MarkdownByte.lineFeed).map { line in
      String(decoding: line, as: UTF8.self)
    }
    writeRendered()
    return heading.joined(separator: " ")
  }

  /// Adds what the speaker noted.
  mutating func appendNote(_ note: String) {
    guard !note.isEmpty else { return }
    if !notes.isEmpty { notes.append(MarkdownByte.lineFeed) }
    notes += note.utf8
  }

  /// Takes the open paragraph off the slide.
  mutating func takeParagraph() -> [UInt8] {
    defer { paragraph.removeAll(keepingCapacity: true) }
    return paragraph
  }

  /// The slide so far; the writer begins the next.
  mutating func finish(number: Int) -> Slide {
    flush()
    let slide = Slide(
      number: number, text: String(bytes: text),
      speakerNotes: notes.isEmpty ? nil : String(bytes: notes),
      isHidden: isHidden)
    text.removeAll(keepingCapacity: text.count < 65_536)
    notes.removeAll(keepingCapacity: true)
    inline.reset()
    isInNotes = false
    isHidden = false
    isBlankPending = false
    return slide
  }

  /// Ends the open paragraph.
  mutating func flush() {
    guard !paragraph.isEmpty else { return }
    render()
    writeRendered()
  }

  private mutating func render() {
    rendered.removeAll(keepingCapacity: true)
    if MarkdownInline.isPlain(paragraph) {
      swap(&rendered, &paragraph)
      return
    }
    inline.append(paragraph, to: &rendered)
    paragraph.removeAll(keepingCapacity: true)
  }

  /// Adds the rendered paragraph line by line; a line of which only the bullet is
  /// left is none.
  private mutating func writeRendered() {
    let rendered = rendered
    SlideLines.forEach(in: rendered.span) { line in
      var (first, last) = (line.lowerBound, line.upperBound)
      while first < last, MarkdownByte.isSpace(rendered[first]) { first += 1 }
      while last > first, MarkdownByte.isSpace(rendered[last - 1]) { last -= 1 }
      let isBullet = last - first == 3 && rendered[first..<last].elementsEqual("•".utf8)
      if first < last, !isBullet { write(first..<last, of: rendered.span) }
    }
  }

  private mutating func write(_ line: Range<Int>, of bytes: Span<UInt8>) {
    if isInNotes {
      if !notes.isEmpty { notes.append(MarkdownByte.lineFeed) }
      notes.append(line, of: bytes)
    } else {
      if !text.isEmpty {
        text.append(MarkdownByte.lineFeed)
        if isBlankPending { text.append(MarkdownByte.lineFeed) }
      }
      text.append(line, of: bytes)
      isBlankPending = false
    }
  }
}
