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
    /// The slides' texts in order, empty ones included.
    var slides: [String]
  }

  /// Reads a document.
  ///
  /// The layouts are tried from the most certain to the least; anything is a plain
  /// transcript at last. A talk without a title takes the first line of its text.
  static func read(
    _ text: String, id: String, location: SourceLocation, notes: ReadingNotes
  ) -> IngestedTalk {
    var notes = notes
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let content =
      PlayerPage.read(lines, &notes) ?? SpeakerDeckPage.read(lines, &notes)
      ?? Transcript.read(lines, &notes)
    var slides: [Slide] = []
    for (index, text) in content.slides.enumerated() {
      if text.utf8.allSatisfy({ $0 <= 0x20 }) {
        notes[.emptySlides] += 1
      } else {
        slides.append(Slide(number: index + 1, text: text))
      }
    }
    let talk = Talk(
      id: id, title: content.title ?? firstLine(of: slides), speaker: content.speaker,
      event: content.event, url: content.url, slides: slides)
    return IngestedTalk(talk: talk, location: location, layout: content.layout, notes: notes)
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
    let spaces: Set<Character> = [" ", "\t", "\u{3000}", "\u{A0}"]
    guard let first = firstIndex(where: { !spaces.contains($0) }),
      let last = lastIndex(where: { !spaces.contains($0) })
    else { return "" }
    return self[first...last]
  }
}
