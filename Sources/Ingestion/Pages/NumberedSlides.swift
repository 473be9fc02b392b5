/// Slides of a Speaker Deck transcript that numbers them.
///
/// `  1. first line`, a blank line, then the rest indented deeper. Older pages
/// close each slide with `View Slide`. The numbers count slides with text, so they
/// are not the deck's page numbers.
enum NumberedSlides {
  private static let closers: Set<Substring> = ["View Slide", "View full-size slide"]

  /// The slides' texts, or nil when the lines are not numbered.
  static func read(_ lines: ArraySlice<Substring>) -> [String]? {
    guard let first = lines.first(where: { !$0.trimmed.isEmpty }),
      let indentation = marker(first, number: 1)?.indentation
    else { return nil }
    let hasClosers = lines.contains { closers.contains($0.trimmed) }
    var slides: [[Substring]] = []
    var isClosed = true
    for line in lines {
      if closers.contains(line.trimmed) {
        isClosed = true
      } else if isClosed || !hasClosers, let marker = marker(line, number: slides.count + 1),
        marker.indentation <= indentation
      {
        slides.append([marker.rest])
        isClosed = false
      } else if !slides.isEmpty {
        slides[slides.count - 1].append(line)
      }
    }
    return slides.map(text)
  }

  /// `  12. rest` with the given number.
  private static func marker(
    _ line: Substring, number: Int
  ) -> (indentation: Int, rest: Substring)? {
    let body = line.drop { $0 == " " || $0 == "\t" }
    let mark = "\(number)."
    guard body.hasPrefix(mark) else { return nil }
    let rest = body.dropFirst(mark.count)
    guard rest.isEmpty || rest.first == " " else { return nil }
    return (line.count - body.count, rest)
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
