internal import Talks

/// From what a reader found to a talk: repaired, without empty slides, with a title.
enum TalkAssembly {
  /// Characters a first line may have to pass for a title.
  private static let maximumTitleLength = 100
  /// Scalars of a first line that are looked at, many times what a title has.
  private static let maximumTitleScalarCount = 1000

  /// The talk.
  ///
  /// A talk without a title takes the first line of its text.
  ///
  /// - Throws: ``IngestionError`` when neither a title nor slide text is in it.
  static func talk(
    _ found: DeckContent, id: String, at location: SourceLocation, repair: TextRepair?
  ) throws(IngestionError) -> IngestedTalk {
    var content = found
    repair?.repair(&content)
    var notes = content.notes
    let slides =
      content.slides.contains(where: isEmpty)
      ? content.slides.filter { !isEmpty($0) } : content.slides
    // A slide that is a picture is told of as such, not as empty too.
    notes[.emptySlides] +=
      max(0, content.slides.count - slides.count - notes[.pictureSlides])
    let title = content.title.flatMap { $0.isEmpty ? nil : $0 } ?? firstLine(of: slides)
    let talk = Talk(
      id: content.id ?? id, title: title,
      speaker: content.speaker, event: content.event, url: content.url, slides: slides,
      labels: content.labels)
    guard !talk.title.isEmpty || !slides.isEmpty else {
      throw IngestionError(
        at: location, id: content.id, reason: "neither a title nor slide text in it",
        remedy: "save the talk's own page, or give its text")
    }
    return IngestedTalk(talk: talk, location: location, layout: content.layout, notes: notes)
  }

  private static func isEmpty(_ slide: Slide) -> Bool {
    slide.text.utf8.allSatisfy { $0 <= 0x20 }
  }

  /// The first line that has text, unless it is too long for a title.
  private static func firstLine(of slides: [Slide]) -> String {
    guard let first = slides.first else { return "" }
    let text = first.text.unicodeScalars.drop { $0.isBlank || $0.isLineEnd }
    let beginning = text.prefix(maximumTitleScalarCount)
    let line = beginning.prefix { !$0.isLineEnd }
    guard line.endIndex < beginning.endIndex || beginning.endIndex == text.endIndex else {
      return ""
    }
    let title = Substring(line).trimmed
    return title.count <= maximumTitleLength ? String(title) : ""
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

  /// Whether it ends a line.
  fileprivate var isLineEnd: Bool {
    (0x0A...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }
}
