/// A Speaker Deck page saved as text: navigation, title, author, dozens of other
/// talks, and after a line `Transcript` the slides.
enum SpeakerDeckPage {
  /// Lines that only such a page has before its transcript.
  private static let markers = [
    "More Decks by ", "Other Decks in ", "See All Featured", "See All by ", "Upgrade to P",
    "Sign up for free", "Tweet",
  ]

  /// The talk, or nil when the lines are no Speaker Deck page.
  static func read(_ lines: [Substring], _ notes: inout ReadingNotes) -> DocumentReader.Content? {
    let marked = lines.indices.filter { index in
      markers.contains { lines[index].trimmed.hasPrefix($0) }
    }
    let transcripts = lines.indices.filter { lines[$0].trimmed == "Transcript" }
    guard let start = transcript(among: transcripts, markedLines: marked) else {
      guard marked.count >= 2, lines.contains(where: { $0.trimmed.hasPrefix(markers[0]) }) else {
        return nil
      }
      notes[.missingTranscript] += 1
      notes[.boilerplateLines] += count(lines[...])
      let header = SpeakerDeckHeader(lines[...])
      return .init(
        layout: .speakerDeckTitleOnly, title: header.title, speaker: header.author, slides: [])
    }
    let header = SpeakerDeckHeader(lines[..<start])
    notes[.boilerplateLines] += count(lines[..<start])
    let body = withoutFooter(lines[(start + 1)...], &notes)
    if let slides = NumberedSlides.read(body) {
      return .init(
        layout: .speakerDeckNumbered, title: header.title, speaker: header.author,
        slides: slides)
    }
    return .init(
      layout: .speakerDeckPlain, title: header.title, speaker: header.author,
      slides: PlainSlides.read(body))
  }

  /// The line that opens the transcript: the first `Transcript` after the first
  /// marker. (A deck in the page's lists may be called so, but decks are listed
  /// with their title on a line of its own only after `More Decks by`; the last
  /// marker before the transcript rules those out.)
  private static func transcript(among lines: [Int], markedLines: [Int]) -> Int? {
    guard let first = markedLines.first, let lastStart = lines.last else { return nil }
    let lastMarker = markedLines.last { $0 < lastStart } ?? first
    return lines.first { $0 > lastMarker }
  }

  /// The lines before the site's own footer.
  private static func withoutFooter(
    _ lines: ArraySlice<Substring>, _ notes: inout ReadingNotes
  ) -> ArraySlice<Substring> {
    guard let footer = lines.lastIndex(where: { $0.contains("Speaker Deck, LLC") }) else {
      return lines
    }
    notes[.boilerplateLines] += count(lines[footer...])
    return lines[..<footer]
  }

  private static func count(_ lines: ArraySlice<Substring>) -> Int {
    lines.count(where: { !$0.trimmed.isEmpty })
  }
}
