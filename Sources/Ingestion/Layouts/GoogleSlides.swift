internal import Talks

/// Google Slides' plain view (`htmlpresent`) saved as text: a line `12 of 98` before
/// each slide's text, and the deck's address below each.
enum GoogleSlides {
  /// A line `12 of 98`.
  private struct Mark {
    var line: Int
    var number: Int
  }

  /// The talk, or nil when the document has no such marks.
  static func read(_ text: DocumentText) -> [DeckContent]? {
    guard text.contains(text.bytes.indices, " of "), let marks = marks(in: text) else { return nil }
    var content = DeckContent(layout: .googleSlides)
    let bodies = marks.indices.map { index in
      let end = index + 1 < marks.count ? marks[index + 1].line : text.lines.count
      return marks[index].line + 1..<end
    }
    readHeader(text, before: marks[0].line, into: &content)
    let footer = footer(of: bodies, in: text)
    if let footer, text.hasPrefix(footer, "http") { content.url = text.string(footer) }
    for (mark, body) in zip(marks, bodies) {
      let lines = body.lazy.map { text.contents[$0] }
      let kept = lines.filter { line in !isFooter(line, footer, in: text) }
      content.notes[.boilerplateLines] += lines.count { isFooter($0, footer, in: text) }
      content.slides.append(Slide(number: mark.number, text: text.slideText(kept)))
    }
    return [content]
  }

  /// The marks of one deck: numbers that rise, all of the same total.
  private static func marks(in text: DocumentText) -> [Mark]? {
    var marks: [Mark] = []
    var total = 0
    for (index, line) in text.contents.enumerated() {
      guard let mark = mark(line, in: text), total == 0 || mark.total == total,
        mark.number > marks.last?.number ?? 0
      else { continue }
      total = mark.total
      marks.append(Mark(line: index, number: mark.number))
    }
    return marks.count >= min(2, total) && total > 0 ? marks : nil
  }

  private static func mark(
    _ line: Range<Int>, in text: DocumentText
  ) -> (number: Int, total: Int)? {
    let line = text.trimmed(line)
    // Two numbers of at most seven digits and ` of `.
    guard line.count <= 18, let word = text.firstOffset(of: " of ", in: line),
      let number = text.number(line.lowerBound..<word),
      let total = text.number(word + 4..<line.upperBound), number >= 1, number <= total
    else { return nil }
    return (number, total)
  }

  /// The last line of every slide's text, where all that have text end alike: the
  /// deck's address.
  private static func footer(of bodies: [Range<Int>], in text: DocumentText) -> Range<Int>? {
    var footer: Range<Int>?
    for body in bodies {
      guard let last = text.previousContentLine(before: body.upperBound),
        last >= body.lowerBound
      else { continue }
      let line = text.contents[last]
      if let footer {
        guard text.equals(line, footer) else { return nil }
      } else if text.hasPrefix(line, "http") {
        footer = line
      } else {
        return nil
      }
    }
    return footer
  }

  private static func isFooter(
    _ line: Range<Int>, _ footer: Range<Int>?, in text: DocumentText
  ) -> Bool {
    if let footer, text.equals(line, footer) { return true }
    return text.hasPrefix(line, "https://docs.google.com/presentation/")
      && text.firstOffset(of: UInt8(ascii: " "), in: line) == nil
  }

  /// The title: the first line of the page, without the name of the product.
  private static func readHeader(
    _ text: DocumentText, before end: Int, into content: inout DeckContent
  ) {
    content.notes[.boilerplateLines] = text.contentLineCount(0..<end)
    guard let first = text.nextContentLine(from: 0), first < end else { return }
    var line = text.contents[first]
    let endings: [StaticString] = [" - Google スライド", " - Google Slides"]
    for ending in endings where text.hasSuffix(line, ending) {
      line = text.trimmed(line.dropLast(ending.utf8CodeUnitCount))
    }
    content.title = text.string(line)
  }
}
