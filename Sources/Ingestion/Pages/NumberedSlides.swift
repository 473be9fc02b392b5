internal import Talks

/// Slides of a Speaker Deck transcript that numbers them.
///
/// `  1. first line`, a blank line, then the rest indented deeper. Older pages
/// close each slide with `View Slide`, on the line of the number where the slide has
/// no text. The numbers count slides with text, so they are not the deck's page
/// numbers.
enum NumberedSlides {
  private static let closers: Set<Substring> = ["View Slide", "View full-size slide"]

  private struct Marker {
    var number: Int
    var indentation: Int
    var rest: Substring
  }

  /// Whether the first text of the lines is the number of slide 1.
  static func begin(in lines: ArraySlice<Substring>) -> Bool {
    guard let first = lines.first(where: { !$0.trimmed.isEmpty }) else { return false }
    return marker(first)?.number == 1
  }

  /// The slides, or nil when the lines are not numbered.
  ///
  /// The site indents its numbers; one at the very left is the slide's own, unless
  /// the slides are closed.
  static func read(_ lines: ArraySlice<Substring>) -> [Slide]? {
    let hasClosers = lines.contains { closers.contains($0.trimmed) }
    guard let first = lines.first(where: { !$0.trimmed.isEmpty }), let opening = marker(first),
      opening.number == 1, opening.indentation > 0 || hasClosers
    else { return nil }
    var slides: [(number: Int, lines: [Substring])] = []
    var isClosed = true
    for line in lines {
      let last = slides.last?.number ?? 0
      if closers.contains(line.trimmed) {
        isClosed = true
      } else if let marker = marker(line), marker.indentation <= opening.indentation,
        hasClosers && isClosed ? marker.number > last : !hasClosers && marker.number == last + 1
      {
        isClosed = closers.contains(marker.rest.trimmed)
        slides.append((marker.number, isClosed ? [] : [marker.rest]))
      } else if !slides.isEmpty {
        slides[slides.count - 1].lines.append(line)
      }
    }
    return slides.map { Slide(number: $0.number, text: text($0.lines)) }
  }

  /// `  12. rest`.
  private static func marker(_ line: Substring) -> Marker? {
    let body = line.drop { $0 == " " || $0 == "\t" }
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), body[digits.endIndex...].first == "." else { return nil }
    let rest = body[digits.endIndex...].dropFirst()
    guard rest.isEmpty || rest.first == " " else { return nil }
    return Marker(
      number: number, indentation: line.utf8.count - body.utf8.count, rest: rest)
  }

  /// The text of a slide; the cut after ten words is mended, as is the word that
  /// old pages write for no text.
  private static func text(_ lines: [Substring]) -> String {
    guard let first = lines.first, PlainSlides.isCut(first),
      let rest = lines.dropFirst().firstIndex(where: { !$0.trimmed.isEmpty })
    else {
      let text = PageText.joined(lines)
      return text == "None" ? "" : text
    }
    return PageText.joined([first.trimmed + " " + lines[rest].trimmed] + lines[(rest + 1)...])
  }
}
