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
  static let listHeadings: [StaticString] = [
    authorHeading, "Other Decks in ", "See All Featured",
  ]

  private static let authorHeading: StaticString = "More Decks by "
  private static let navigation: [StaticString] = [
    "Speaker Deck", "Features", "PRO", "Sign in", "Sign up for free", "Search", "Embed", "Link",
    "Share", "Tweet", "Upgrade to Pro", "—", "View Details »", "Follow", "Featured",
  ]
  private static let promotions: [StaticString] = ["Upgrade to P", "— share decks", "$"]
  /// Lines looked at; title, author and date come early, a description may be long.
  private static let maximumLineCount = 100

  init(_ text: DocumentText, _ lines: Range<Int>) {
    let lists = Self.firstList(in: text, lines) ?? lines.upperBound
    var ownName: Range<Int>?
    for index in lists..<lines.upperBound {
      let line = text.contents[index]
      guard text.hasPrefix(line, Self.authorHeading) else { continue }
      ownName = line.dropFirst(Self.authorHeading.utf8CodeUnitCount)
      break
    }
    let head = Array(
      (lines.lowerBound..<lists).lazy.map { text.contents[$0] }.filter { line in
        !line.isEmpty && !Self.navigation.contains { text.equals(line, $0) }
          && !Self.promotions.contains { text.hasPrefix(line, $0) }
      }.prefix(Self.maximumLineCount))
    let date = head.firstIndex { SpeakerDeckDate.isDate($0, in: text) }
    // Above the date stands the author, unless the lines have only a title.
    if ownName == nil, let date, date >= 2 { ownName = head[date - 1] }
    author = ownName.map { text.string($0) }
    title = SpeakerDeckTitle(head: head, author: ownName, text: text).title(above: date)
  }

  /// The first line that heads a list of other decks.
  static func firstList(in text: DocumentText, _ lines: Range<Int>) -> Int? {
    lines.first { index in
      let line = text.contents[index]
      return listHeadings.contains { text.hasPrefix(line, $0) }
    }
  }
}
