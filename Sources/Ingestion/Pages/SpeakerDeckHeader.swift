/// Title and author from the lines before a Speaker Deck transcript.
///
/// A page names its title twice: first above or beside the author and date, where a
/// long one is cut and ends in `...`, and once more in full. What else stands between
/// (description, category, counts) differs from one age of the site to the next, so
/// the repetition is what the title is known by.
struct SpeakerDeckHeader {
  private(set) var title: String?
  private(set) var author: String?

  /// Headings of the lists of other decks; the header ends at the first.
  static let listHeadings = ["More Decks by ", "Other Decks in ", "See All Featured"]

  private static let navigation: Set<Substring> = [
    "Speaker Deck", "Features", "PRO", "Sign in", "Sign up for free", "Search", "Embed", "Link",
    "Share", "Tweet", "Upgrade to Pro", "—", "View Details »", "Follow",
    "Featured",
  ]
  /// Lines looked at; title, author and date come early, a description may be long.
  private static let maximumLineCount = 100

  init(_ lines: ArraySlice<Substring>) {
    let lists = lines.firstIndex { Self.isListHeading($0.trimmed) } ?? lines.endIndex
    let heading = Self.listHeadings[0]
    if let own = lines[lists...].first(where: { $0.trimmed.hasPrefix(heading) }) {
      author = String(own.trimmed.dropFirst(heading.count))
    }
    let head = Array(
      lines[..<lists].lazy.map(\.trimmed).filter { line in
        !line.isEmpty && !Self.navigation.contains(line) && !Self.isPromotion(line)
      }.prefix(Self.maximumLineCount))
    guard let date = head.firstIndex(where: Self.isDate) else {
      title = Self.repeatedTitle(in: head, before: head.count, author) ?? head.first.map(Self.alone)
      return
    }
    // Above the date stands the author, unless the lines have only a title.
    if author == nil, date >= 2 { author = String(head[date - 1]) }
    let fallback = head[..<date].last { $0 != author ?? "" } ?? head[..<date].last
    title = Self.repeatedTitle(in: head, before: date, author) ?? fallback.map(Self.alone)
  }

  /// Whether a line heads a list of other decks.
  static func isListHeading(_ line: Substring) -> Bool {
    listHeadings.contains { line.hasPrefix($0) }
  }

  /// The first line above `end` that occurs again below it, with the lines that
  /// follow it in both places: titles may have line ends.
  private static func repeatedTitle(
    in head: [Substring], before end: Int, _ author: String?
  ) -> String? {
    // The author stands above the date, by whatever name.
    func isOther(_ index: Int) -> Bool {
      head[index] == author ?? "" || isDate(head[index])
        || index > 0 && index + 1 < head.count && isDate(head[index + 1])
    }
    for first in head.indices.prefix(end) where !isOther(first) {
      let stem = cutStem(of: head[first])
      for second in head.indices.dropFirst(first + 1) {
        if let stem, head[second].hasPrefix(stem) { return String(head[second]) }
        guard head[second] == head[first] else { continue }
        var count = 1
        while first + count < second, second + count < head.count,
          head[first + count] == head[second + count], !isOther(first + count)
        {
          count += 1
        }
        return head[first..<(first + count)].joined(separator: " ")
      }
    }
    return nil
  }

  /// A title that stands only once: without the mark of a cut, and without the
  /// site's name, which the titles of windows end in.
  private static func alone(_ line: Substring) -> String {
    let line = cutStem(of: line) ?? line
    for ending in [" - Speaker Deck", " | Speaker Deck"] where line.hasSuffix(ending) {
      return String(line.dropLast(ending.count).trimmed)
    }
    return String(line)
  }

  private static func cutStem(of title: Substring) -> Substring? {
    for mark in ["...", "…"] where title.hasSuffix(mark) && title != mark {
      return title.dropLast(mark.count).trimmed
    }
    return nil
  }

  private static func isPromotion(_ line: Substring) -> Bool {
    line.hasPrefix("Upgrade to P") || line.hasPrefix("— share decks") || line.hasPrefix("$")
  }

  /// `August 19, 2024`.
  private static func isDate(_ line: Substring) -> Bool {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let parts = line.split(separator: " ")
    guard parts.count == 3, months.contains(String(parts[0])), parts[1].hasSuffix(",") else {
      return false
    }
    return Int(parts[1].dropLast()) != nil && parts[2].count == 4 && Int(parts[2]) != nil
  }
}
