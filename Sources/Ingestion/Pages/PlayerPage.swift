internal import Talks

/// A page of Speaker Deck's player: `Slide 1`, `Slide 1 text`, text, and so on.
enum PlayerPage {
  /// What the player writes for a slide without text.
  private static let empty = "No content"

  /// The slides, or nil when the lines are no player page.
  ///
  /// Numbers must rise but may leave some out, as a page saved in part does.
  static func read(_ lines: [Substring], _ notes: inout ReadingNotes) -> DocumentReader.Content? {
    var slides: [(number: Int, lines: [Substring])] = []
    var header: [Substring] = []
    var index = 0
    while index < lines.count {
      if let start = slideStart(lines, at: index), start.number > slides.last?.number ?? 0 {
        slides.append((start.number, []))
        index = start.textIndex
        continue
      }
      if slides.isEmpty {
        if !lines[index].trimmed.isEmpty { header.append(lines[index].trimmed) }
      } else {
        slides[slides.count - 1].lines.append(lines[index])
      }
      index += 1
    }
    guard !slides.isEmpty else { return nil }
    notes[.boilerplateLines] += header.count
    let (title, speaker) = names(header)
    return .init(
      layout: .player, title: title, speaker: speaker,
      slides: slides.map { number, lines in
        let text = PageText.joined(lines)
        return Slide(number: number, text: text == empty ? "" : text)
      })
  }

  /// The number and the line after the two-line heading that stands here, if one
  /// does.
  private static func slideStart(
    _ lines: [Substring], at index: Int
  ) -> (number: Int, textIndex: Int)? {
    let heading = lines[index].trimmed
    guard heading.hasPrefix("Slide "), let number = Int(heading.dropFirst("Slide ".count)) else {
      return nil
    }
    var next = index + 1
    while next < lines.count, lines[next].trimmed.isEmpty { next += 1 }
    guard next < lines.count, lines[next].trimmed == heading + " text" else { return nil }
    return (number, next + 1)
  }

  /// Title and user from a header that has them: title, `by`, user, then buttons.
  private static func names(_ header: [Substring]) -> (title: String?, speaker: String?) {
    guard let by = header.firstIndex(of: "by"), by + 1 < header.count else { return (nil, nil) }
    return (by > 0 ? String(header[by - 1]) : nil, String(header[by + 1]))
  }
}
