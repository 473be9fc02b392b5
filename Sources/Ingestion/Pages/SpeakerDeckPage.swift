/// A Speaker Deck page saved as text: navigation, title, author, dozens of other
/// talks, and after a line `Transcript` the slides.
enum SpeakerDeckPage {
  /// Lines that only such a page has before its transcript.
  private static let markers: [StaticString] =
    SpeakerDeckHeader.listHeadings + ["See All by ", "Upgrade to P", "Sign up for free", "Tweet"]
  private static let opening: StaticString = "Transcript"
  /// Lines at the end of a page among which its footer is looked for.
  private static let footerLineCount = 20

  /// The talk, or nil when the text is no Speaker Deck page.
  ///
  /// - Complexity: O(*n*) for *n* bytes; most other texts are told by the speed of memory.
  static func read(_ text: DocumentText) -> [DeckContent]? {
    let all = text.bytes.indices
    guard
      text.contains(all, opening)
        || SpeakerDeckHeader.listHeadings.contains(where: {
          text.contains(all, $0)
        })
    else { return nil }
    let text = text.endingLinesAtFormFeeds()
    let lines = text.lines.indices
    var content = DeckContent(layout: .speakerDeckPlain)
    guard let start = transcript(in: text) else {
      guard firstList(in: text) != nil,
        lines.lazy.filter({ isMarker(text.contents[$0], in: text) }).dropFirst().first != nil
      else { return nil }
      content.layout = .speakerDeckTitleOnly
      readHeader(text, lines, into: &content)
      content.notes[.missingTranscript] += 1
      return [content]
    }
    readHeader(text, 0..<start, into: &content)
    let body = withoutFooter(start + 1..<lines.upperBound, in: text, &content.notes)
    if let slides = NumberedSlides.read(text, body) {
      content.layout = .speakerDeckNumbered
      content.slides = slides
    } else {
      content.slides = PlainSlides.read(text, body)
    }
    return [content]
  }

  private static func readHeader(
    _ text: DocumentText, _ lines: Range<Int>, into content: inout DeckContent
  ) {
    let header = SpeakerDeckHeader(text, lines)
    content.title = header.title
    content.speaker = header.author
    content.notes[.boilerplateLines] += text.contentLineCount(lines)
  }

  /// The line that opens the transcript: the first `Transcript` below the lists
  /// that is not itself a listed deck.
  ///
  /// A page with a short header has no lists; there the site's own lines above, or
  /// numbered slides below, tell it from a text that has such a line by chance.
  private static func transcript(in text: DocumentText) -> Int? {
    let candidates = text.lines.indices.filter {
      text.equals(text.contents[$0], opening)
    }
    guard !candidates.isEmpty else { return nil }
    let lists = firstList(in: text)
    if let lists,
      let start = candidates.first(where: { $0 > lists && !isListed(text, at: $0) })
    {
      return start
    }
    let end = lists ?? text.lines.count
    let secondMarker =
      (0..<end).lazy.filter { isMarker(text.contents[$0], in: text) }.dropFirst().first
    return candidates.first { candidate in
      candidate < end
        && (candidate > secondMarker ?? end
          || NumberedSlides.begin(in: text, candidate + 1..<text.lines.count))
    }
  }

  private static func firstList(in text: DocumentText) -> Int? {
    SpeakerDeckHeader.firstList(in: text, text.lines.indices)
  }

  /// Whether the line is the title of a listed deck: below it stand a user, `PRO`
  /// if they pay, stars and views, and then the next deck or the end of the list.
  private static func isListed(_ text: DocumentText, at index: Int) -> Bool {
    let following = Array(
      text.contents[index...].lazy.filter { !$0.isEmpty }.prefix(12))
    guard let next = entryEnd(following, from: 0, in: text) else { return false }
    guard next < following.count else { return true }
    let line = following[next]
    return entryEnd(following, from: next, in: text) != nil || isMarker(line, in: text)
      || text.equals(line, opening) || text.equals(line, "Featured")
  }

  /// The end of the entry of a list that begins at `start`, if one does.
  private static func entryEnd(
    _ lines: [Range<Int>], from start: Int, in text: DocumentText
  ) -> Int? {
    var index = start + 2
    if index < lines.count, text.equals(lines[index], "PRO") { index += 1 }
    guard index + 1 < lines.count, isCount(lines[index], in: text),
      isCount(lines[index + 1], in: text)
    else { return nil }
    return index + 2
  }

  /// `7`, `2.4k`, `1M`.
  private static func isCount(_ line: Range<Int>, in text: DocumentText) -> Bool {
    let unit: StaticString = "kKM"
    var digits = text.bytes[line]
    if let last = digits.last, unit.withUTF8Buffer({ unsafe $0.contains(last) }) {
      digits.removeLast()
    }
    guard let first = digits.first, (0x30...0x39).contains(first) else { return false }
    return digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
  }

  private static func isMarker(_ line: Range<Int>, in text: DocumentText) -> Bool {
    let line = text.trimmed(line)
    return markers.contains { text.hasPrefix(line, $0) }
  }

  /// The lines before the site's own footer.
  private static func withoutFooter(
    _ lines: Range<Int>, in text: DocumentText, _ notes: inout ReadingNotes
  ) -> Range<Int> {
    let footer = lines.suffix(footerLineCount).first { index in
      let line = text.contents[index]
      return (text.hasPrefix(line, "©") || text.hasPrefix(line, "Copyright"))
        && text.contains(line, "Speaker Deck, LLC")
    }
    guard let footer else { return lines }
    notes[.boilerplateLines] += text.contentLineCount(footer..<lines.upperBound)
    return lines.lowerBound..<footer
  }
}
