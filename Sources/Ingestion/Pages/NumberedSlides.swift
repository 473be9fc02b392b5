internal import Talks

/// Slides of a Speaker Deck transcript that numbers them.
///
/// `  1. first line`, a blank line, then the rest indented deeper. Older pages
/// close each slide with `View Slide`, on the line of the number where the slide has
/// no text. The numbers count slides with text, so they are not the deck's page
/// numbers.
enum NumberedSlides {
  private static let closers: [StaticString] = ["View Slide", "View full-size slide"]
  /// Digits that a number may have.
  private static let maximumDigitCount = 7

  private struct Marker {
    var number: Int
    var indentation: Int
    var rest: Range<Int>
  }

  /// Whether the first text of the lines is the number of slide 1.
  static func begin(in text: DocumentText, _ lines: Range<Int>) -> Bool {
    guard let first = text.nextContentLine(from: lines.lowerBound), first < lines.upperBound else {
      return false
    }
    return marker(text.lines[first], in: text)?.number == 1
  }

  /// The slides, or nil when the lines are not numbered.
  ///
  /// The site indents its numbers; one at the very left is the slide's own, unless
  /// the slides are closed.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func read(_ text: DocumentText, _ lines: Range<Int>) -> [Slide]? {
    guard let first = text.nextContentLine(from: lines.lowerBound), first < lines.upperBound,
      let opening = marker(text.lines[first], in: text), opening.number == 1
    else { return nil }
    let hasClosers = lines.contains { isCloser(text.contents[$0], in: text) }
    guard opening.indentation > 0 || hasClosers else { return nil }
    var slides: [Slide] = []
    var body: [Range<Int>] = []
    var number = 0
    var isClosed = true
    for index in lines {
      let line = text.lines[index]
      if hasClosers, isCloser(text.trimmed(line), in: text) {
        isClosed = true
      } else if let marker = marker(line, in: text), marker.indentation <= opening.indentation,
        hasClosers && isClosed ? marker.number > number : !hasClosers && marker.number == number + 1
      {
        if number > 0 { slides.append(slide(number, body, in: text)) }
        number = marker.number
        isClosed = isCloser(text.trimmed(marker.rest), in: text)
        body.removeAll(keepingCapacity: true)
        if !isClosed { body.append(marker.rest) }
      } else if number > 0 {
        body.append(line)
      }
    }
    slides.append(slide(number, body, in: text))
    return slides
  }

  private static func isCloser(_ line: Range<Int>, in text: DocumentText) -> Bool {
    closers.contains { text.equals(line, $0) }
  }

  /// `  12. rest`.
  private static func marker(_ line: Range<Int>, in text: DocumentText) -> Marker? {
    let bytes = text.bytes
    var start = line.lowerBound
    while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    var dot = start
    while dot < line.upperBound, (0x30...0x39).contains(bytes[dot]) { dot += 1 }
    guard (1...maximumDigitCount).contains(dot - start), dot < line.upperBound, bytes[dot] == 0x2E,
      dot + 1 == line.upperBound || bytes[dot + 1] == 0x20, let number = text.number(start..<dot)
    else { return nil }
    return Marker(
      number: number, indentation: start - line.lowerBound, rest: dot + 1..<line.upperBound)
  }

  /// A slide; the cut after ten words is mended, and the word that old pages write
  /// for no text is taken for none.
  private static func slide(_ number: Int, _ lines: [Range<Int>], in text: DocumentText) -> Slide {
    guard let first = lines.first, PlainSlides.isCut(first, in: text),
      let rest = lines.dropFirst().firstIndex(where: { !text.isBlank($0) })
    else {
      let body = text.slideText(lines)
      return Slide(number: number, text: body == "None" ? "" : body)
    }
    let joined = text.string(text.trimmed(first)) + " " + text.slideText(lines[rest...])
    return Slide(number: number, text: joined)
  }
}
