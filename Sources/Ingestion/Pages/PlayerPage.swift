/// A page of Speaker Deck's player: `Slide 1`, `Slide 1 text`, text, and so on.
enum PlayerPage {
  /// What the player writes for a slide without text.
  private static let empty = "No content"

  /// The slides, or nil when the lines are no player page.
  static func read(_ lines: [Substring], _ notes: inout ReadingNotes) -> DocumentReader.Content? {
    var slides: [[Substring]] = []
    var index = 0
    while index < lines.count {
      if let textStart = slideStart(lines, at: index, number: slides.count + 1) {
        slides.append([])
        index = textStart
        continue
      }
      if slides.isEmpty {
        if !lines[index].trimmed.isEmpty { notes[.boilerplateLines] += 1 }
      } else {
        slides[slides.count - 1].append(lines[index])
      }
      index += 1
    }
    guard !slides.isEmpty else {
      notes[.boilerplateLines] = 0
      return nil
    }
    let texts = slides.map { lines in
      let text = PageText.joined(lines)
      return text == empty ? "" : text
    }
    return .init(layout: .player, slides: texts)
  }

  /// The line after the two-line heading of slide `number`, if it stands here.
  private static func slideStart(_ lines: [Substring], at index: Int, number: Int) -> Int? {
    guard lines[index].trimmed == "Slide \(number)" else { return nil }
    var next = index + 1
    while next < lines.count, lines[next].trimmed.isEmpty { next += 1 }
    guard next < lines.count, lines[next].trimmed == "Slide \(number) text" else { return nil }
    return next + 1
  }
}
