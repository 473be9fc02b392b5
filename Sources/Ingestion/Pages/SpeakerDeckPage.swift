/// A Speaker Deck page saved as text: navigation, title, author, dozens of other
/// talks, and after a line `Transcript` the slides.
enum SpeakerDeckPage {
  /// Lines that only such a page has before its transcript.
  private static let markers =
    SpeakerDeckHeader.listHeadings + ["See All by ", "Upgrade to P", "Sign up for free", "Tweet"]
  private static let opening: Substring = "Transcript"
  /// Lines at the end of a page among which its footer is looked for.
  private static let footerLineCount = 20

  /// The talk, or nil when the lines are no Speaker Deck page.
  static func read(_ lines: [Substring], _ notes: inout ReadingNotes) -> DocumentReader.Content? {
    guard let start = transcript(in: lines) else {
      guard lines.count(where: isMarker) >= 2,
        lines.contains(where: { SpeakerDeckHeader.isListHeading($0.trimmed) })
      else { return nil }
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
      slides: PageText.numbered(PlainSlides.read(body)))
  }

  /// The line that opens the transcript: the first `Transcript` below the lists
  /// that is not itself a listed deck.
  ///
  /// A page with a short header has no lists; there the site's own lines above, or
  /// numbered slides below, tell it from a text that has such a line by chance.
  private static func transcript(in lines: [Substring]) -> Int? {
    let candidates = lines.indices.filter { lines[$0].trimmed == opening }
    guard !candidates.isEmpty else { return nil }
    let lists = lines.firstIndex { SpeakerDeckHeader.isListHeading($0.trimmed) }
    if let lists, let start = candidates.first(where: { $0 > lists && !isListed(lines, at: $0) }) {
      return start
    }
    let end = lists ?? lines.endIndex
    let secondMarker = lines[..<end].indices.lazy.filter { isMarker(lines[$0]) }.dropFirst().first
    return candidates.first { candidate in
      candidate < end
        && (candidate > secondMarker ?? end
          || NumberedSlides.begin(in: lines[(candidate + 1)...]))
    }
  }

  /// Whether the line is the title of a listed deck: below it stand a user, `PRO`
  /// if they pay, stars and views, and then the next deck or the end of the list.
  private static func isListed(_ lines: [Substring], at index: Int) -> Bool {
    let following = Array(
      lines[index...].lazy.map(\.trimmed).filter { !$0.isEmpty }.prefix(12))
    guard let next = entryEnd(following, from: 0) else { return false }
    guard next < following.count else { return true }
    return entryEnd(following, from: next) != nil || isMarker(following[next])
      || [opening, "Featured"].contains(following[next])
  }

  /// The end of the entry of a list that begins at `start`, if one does.
  private static func entryEnd(_ lines: [Substring], from start: Int) -> Int? {
    var index = start + 2
    if index < lines.count, lines[index] == "PRO" { index += 1 }
    guard index + 1 < lines.count, isCount(lines[index]), isCount(lines[index + 1]) else {
      return nil
    }
    return index + 2
  }

  /// `7`, `2.4k`, `1M`.
  private static func isCount(_ line: Substring) -> Bool {
    let digits = "kKM".contains(line.last ?? " ") ? line.dropLast() : line
    return digits.first?.isNumber == true
      && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
  }

  private static func isMarker(_ line: Substring) -> Bool {
    let line = line.trimmed
    return markers.contains { line.hasPrefix($0) }
  }

  /// The lines before the site's own footer.
  private static func withoutFooter(
    _ lines: ArraySlice<Substring>, _ notes: inout ReadingNotes
  ) -> ArraySlice<Substring> {
    let footer = lines.suffix(footerLineCount).firstIndex { line in
      line.contains("Speaker Deck, LLC")
        && (line.trimmed.hasPrefix("©") || line.trimmed.hasPrefix("Copyright"))
    }
    guard let footer else { return lines }
    notes[.boilerplateLines] += count(lines[footer...])
    return lines[..<footer]
  }

  private static func count(_ lines: ArraySlice<Substring>) -> Int {
    lines.count(where: { !$0.trimmed.isEmpty })
  }
}
