internal import Talks

/// The texts of a deck in one row: title, slides, speaker notes.
struct DeckTexts {
  /// A text and what was found in it.
  struct Text {
    private(set) var string: String
    private(set) var scan: DamageScan
    /// Whether it is no more what it was.
    private(set) var isChanged = false
    /// Whether characters and lines are still to be mended.
    var isNew = true
    /// Whether its lines are still to be compared with those of the other slides.
    fileprivate var hasNewLines = true
    /// Whether words are still to be joined.
    var mayHaveJoins: Bool

    init(_ string: String) {
      self.string = string
      scan = DamageScan(string.utf8Span.span)
      mayHaveJoins = !scan.gaps.isEmpty
    }

    /// Its code points.
    var scalars: [UInt32] { CodePoints.decode(string.utf8Span.span) }

    /// Puts another text in its place.
    mutating func replace(by bytes: [UInt8]) {
      replace(by: String(bytes: bytes))
    }

    private mutating func replace(by string: String) {
      self.string = string
      scan = DamageScan(self.string.utf8Span.span)
      isChanged = true
      isNew = true
      hasNewLines = true
      mayHaveJoins = !scan.gaps.isEmpty
    }

    /// Takes out the lines that hold these offsets, ascending.
    mutating func removeLines(holding offsets: [Int]) {
      let bytes = Array(string.utf8)
      var result: [UInt8] = []
      var next = offsets[...]
      SlideLines.forEach(in: bytes.span) { line in
        if let offset = next.first, offset <= line.upperBound {
          next.removeFirst()
        } else {
          result += bytes[line.lowerBound..<min(line.upperBound + 1, bytes.count)]
        }
      }
      // A line that went at either end leaves blank ones that set it apart.
      if result.first == 0x0A, bytes.first != 0x0A {
        result.removeFirst(result.prefix { $0 == 0x0A }.count)
      }
      if result.last == 0x0A, bytes.last != 0x0A {
        result.removeLast(result.reversed().prefix { $0 == 0x0A }.count)
      }
      replace(by: result)
    }

    /// Takes out gaps, ascending.
    mutating func removeGaps(_ gaps: [Int], _ notes: inout ReadingNotes) {
      let bytes = Array(string.utf8)
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var start = 0
      for gap in gaps {
        notes[bytes[gap] == 0x0A ? .joinedLines : .joinedSpaces] += 1
        result += bytes[start..<gap]
        start = gap + 1
      }
      result += bytes[start...]
      replace(by: result)
    }
  }

  /// The texts; the title comes first.
  var texts: [Text]
  /// Where the slides stand in `texts`.
  let slides: Range<Int>

  /// Whether any text may hold a run of CIDs; a single one here and there is a letter
  /// of a formula.
  var mayHaveRuns: Bool { texts.contains { $0.scan.damage.contains(.suspectRuns) } }

  /// Whether the lines of any slide changed since this was last set to false.
  var hasNewLines: Bool {
    get { texts[slides].contains(where: \.hasNewLines) }
    set { for index in slides { texts[index].hasNewLines = newValue } }
  }

  /// Takes the texts out of a deck.
  init(_ content: DeckContent) {
    slides = 1..<(content.slides.count + 1)
    texts = [Text(content.title ?? "")]
    texts.reserveCapacity(slides.upperBound)
    for slide in content.slides { texts.append(Text(slide.text)) }
    for slide in content.slides {
      if let notes = slide.speakerNotes { texts.append(Text(notes)) }
    }
  }

  /// Puts the texts that were changed back.
  func write(to content: inout DeckContent) {
    if texts[0].isChanged { content.title = texts[0].string }
    var note = slides.upperBound
    for index in content.slides.indices {
      if texts[index + 1].isChanged { content.slides[index].text = texts[index + 1].string }
      if content.slides[index].speakerNotes != nil {
        if texts[note].isChanged { content.slides[index].speakerNotes = texts[note].string }
        note += 1
      }
    }
  }
}
