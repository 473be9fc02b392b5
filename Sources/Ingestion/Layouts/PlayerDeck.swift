internal import Talks

/// Speaker Deck's player saved as text: `Slide 1`, `Slide 1 text`, then the text.
///
/// Copies of the player's page have a header before the first slide: the title,
/// `by`, the author, and `Link Embed Share Beginning …`, all without blank lines.
/// The numbers are the deck's page numbers; a copy may begin after the first.
enum PlayerDeck {
  /// The talk, or nil when the document is no player text.
  static func read(_ text: DocumentText) -> [DeckContent]? {
    guard text.contains(text.bytes.indices, "Slide ") else { return nil }
    var content = DeckContent(layout: .player)
    var number = 0
    var bodyStart = 0
    var index = 0
    func close(at end: Int) {
      guard number > 0 else { return }
      let body = text.slideText(text.contents[bodyStart..<end])
      content.slides.append(Slide(number: number, text: body == "No content" ? "" : body))
    }
    while index < text.lines.count {
      guard let heading = heading(text, at: index), heading.number > number else {
        index += 1
        continue
      }
      if number == 0 { readHeader(text, before: index, into: &content) }
      close(at: index)
      number = heading.number
      bodyStart = heading.next
      index = heading.next
    }
    close(at: text.lines.count)
    return content.slides.isEmpty ? nil : [content]
  }

  /// The number of the slide whose two-line heading begins here, and the line after.
  private static func heading(_ text: DocumentText, at index: Int) -> (number: Int, next: Int)? {
    let line = text.contents[index]
    guard text.hasPrefix(line, "Slide "),
      let number = text.number(line.dropFirst("Slide ".utf8.count)), number > 0,
      let next = text.nextContentLine(from: index + 1)
    else { return nil }
    let second = text.contents[next]
    guard text.hasSuffix(second, " text"),
      text.equals(second.dropLast(" text".utf8.count), line)
    else { return nil }
    return (number, next + 1)
  }

  /// Title and author: the lines before and after a line `by`, or the author on it.
  private static func readHeader(
    _ text: DocumentText, before end: Int, into content: inout DeckContent
  ) {
    content.notes[.boilerplateLines] = text.contentLineCount(0..<end)
    for index in 0..<end {
      let line = text.contents[index]
      guard text.hasPrefix(line, "by") else { continue }
      let rest = text.trimmed(line.dropFirst(2))
      var author = rest
      if rest.isEmpty {
        guard let next = text.nextContentLine(from: index + 1), next < end else { return }
        author = text.contents[next]
      } else if rest.lowerBound == line.lowerBound + 2 {
        continue  // a word that begins with `by`
      }
      content.speaker = text.string(author)
      if let title = text.previousContentLine(before: index) {
        content.title = text.string(text.contents[title])
      }
      return
    }
  }
}
