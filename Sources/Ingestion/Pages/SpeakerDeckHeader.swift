/// Title and author from the lines before a Speaker Deck transcript.
///
/// A page names its title twice: above the author and date, where a long one is
/// cut and ends in `...`, and below them in full.
struct SpeakerDeckHeader {
  private(set) var title: String?
  private(set) var author: String?

  private static let navigation: Set<String> = [
    "Speaker Deck", "Features", "PRO", "Sign in", "Sign up for free", "Search", "Embed", "Link",
    "Share", "Tweet", "Upgrade to Pro", "—", "View Details »", "Follow",
  ]

  init(_ lines: ArraySlice<Substring>) {
    let lists = lines.firstIndex { $0.trimmed.hasPrefix("More Decks by ") }
    if let lists {
      author = String(lines[lists].trimmed.dropFirst("More Decks by ".count))
    }
    let head = lines[..<(lists ?? lines.endIndex)].map(\.trimmed).filter { line in
      !line.isEmpty && !Self.navigation.contains(String(line)) && !Self.isPromotion(line)
    }
    guard let date = head.firstIndex(where: Self.isDate) else {
      title = head.first.map(String.init)
      return
    }
    // Above the date: title, author. The author may be missing from the lines.
    let above = head[..<date]
    if author == nil, above.count >= 2 { author = above.last.map(String.init) }
    guard let short = above.last(where: { String($0) != author }) ?? above.last else { return }
    title = Self.fullTitle(of: short, in: head[date...])
  }

  /// The line below the date that the title above it is the beginning of.
  private static func fullTitle(of short: Substring, in lines: ArraySlice<Substring>) -> String {
    guard let stem = cutStem(of: short) else { return String(short) }
    return String(lines.first { $0.hasPrefix(stem) } ?? stem)
  }

  private static func cutStem(of title: Substring) -> Substring? {
    for mark in ["...", "…"] where title.hasSuffix(mark) {
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
