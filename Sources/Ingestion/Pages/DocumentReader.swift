internal import Talks

/// Reads a whole document as one talk, whatever its layout.
enum DocumentReader {
  /// What a layout's reader found.
  struct Content {
    var layout: Layout
    var title: String?
    var speaker: String?
    var event: String?
    var url: String?
    /// The slides in order, empty ones included.
    var slides: [Slide]
  }

  /// Reads a document.
  ///
  /// The layouts are tried from the most certain to the least; anything is a plain
  /// transcript at last. A talk without a title takes the first line of its text.
  static func read(
    _ text: String, id: String, location: SourceLocation, notes: ReadingNotes
  ) -> IngestedTalk {
    var notes = notes
    let lines = self.lines(of: text) { $0 == 0x0A }
    // Form feeds part the slides of a transcript; in a page they are line ends.
    let pageLines =
      text.utf8.contains(0x0C) ? self.lines(of: text) { $0 == 0x0A || $0 == 0x0C } : lines
    let content =
      PlayerPage.read(pageLines, &notes) ?? SpeakerDeckPage.read(pageLines, &notes)
      ?? Transcript.read(lines)
    let slides = content.slides.filter { slide in !slide.text.utf8.allSatisfy { $0 <= 0x20 } }
    notes[.emptySlides] += content.slides.count - slides.count
    let talk = Talk(
      id: id, title: content.title ?? firstLine(of: slides), speaker: content.speaker,
      event: content.event, url: content.url, slides: slides)
    return IngestedTalk(talk: talk, location: location, layout: content.layout, notes: notes)
  }

  /// Cut by bytes, which is many times faster than by characters.
  private static func lines(of text: String, endingAt isEnd: (UInt8) -> Bool) -> [Substring] {
    text.utf8.split(omittingEmptySubsequences: false, whereSeparator: isEnd).map(Substring.init)
  }

  /// Characters a first line may have to pass for a title.
  private static let maximumTitleLength = 100

  private static func firstLine(of slides: [Slide]) -> String {
    guard let first = slides.first else { return "" }
    let line = first.text.split(whereSeparator: \.isNewline).first { !$0.trimmed.isEmpty }
    guard let line = line?.trimmed, line.count <= maximumTitleLength else { return "" }
    return String(line)
  }
}

extension Substring {
  /// Without spaces and tabs at either end.
  var trimmed: Substring {
    var scalars = unicodeScalars
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return Substring(scalars)
  }
}

extension Unicode.Scalar {
  /// Whether it is a space that may pad a line.
  fileprivate var isBlank: Bool {
    self == " " || self == "\t" || self == "\u{3000}" || self == "\u{A0}"
  }
}
