internal import Talks

/// A SlideShare page saved as text: the site's own lines, then all slides in one
/// run, cut only by the page numbers that the slides themselves print.
enum SlideShare {
  /// Lines that only this site has; the first is the alternative text of its logo.
  private static let marks: [StaticString] = [
    "SlideShare a Scribd company logo", "SlideShare", "Submit Search", "Download to read offline",
    "Download Now", "More Related Content", "Viewers also liked", "What's hot", "Similar to ",
    "Editor's Notes", "Editor’s Notes", "No Downloads", "On SlideShare", "Number of Embeds",
    "No notes for slide", "Be the first to like this", "Be the first to comment",
  ]

  /// Other lines of the site around a deck.
  private static let furniture: [StaticString] = [
    "Upload", "Download", "Save", "Share", "Embed", "Like", "Report", "Submit", "Search", "Home",
    "Explore", "Login", "Log in", "Signup", "Sign up", "Read more", "Recommended", "Featured",
    "Published on", "Published in:", "Total views", "From Embeds", "Embeds 0", "No embeds",
    "Technology", "0 Comments", "0 Likes", "Comments", "Full Name", "View on Slideshare",
  ]

  /// Lines after which the deck has ended.
  private static let ends: [StaticString] = [
    "Editor's Notes", "Editor’s Notes", "More Related Content", "Similar to ", "Recently uploaded",
    "Viewers also liked", "No notes for slide",
  ]

  /// Page numbers that a page must have to be cut.
  private static let minimumNumberCount = 3
  /// Page numbers that a text without any line of the site must have.
  private static let minimumPlainNumberCount = 4

  /// The talk, or nil when the document is no such page.
  ///
  /// A text without a line of the site is read too when its page numbers are many,
  /// each one more than the last, and it has no other marks between slides.
  static func read(_ text: DocumentText) -> [DeckContent]? {
    var content = DeckContent(layout: .slideShare)
    let isPage = isPage(text)
    var body = 0..<text.lines.count
    if isPage { body = readHeader(text, into: &content) }
    let numbers = PageNumberedRun.pageNumbers(in: text, body)
    guard isPage || isPlainRun(text, numbers) else { return nil }
    var pages = PageNumberedRun.pages(in: text, body, numbers: numbers)
    if numbers.count < minimumNumberCount { pages = [.init(number: 1, lines: body)] }
    for page in pages {
      let kept = page.lines.map { text.contents[$0] }.filter { line in
        !isPage || !isMark(line, in: text)
      }
      content.notes[.boilerplateLines] += page.lines.count - kept.count
      content.slides.append(Slide(number: page.number, text: text.slideText(kept)))
    }
    return [content]
  }

  /// Whether the logo is there or two other lines of the site; one alone may be a
  /// slide's.
  private static func isPage(_ text: DocumentText) -> Bool {
    var count = 0
    for line in text.contents {
      if text.equals(line, marks[0]) { return true }
      if isMark(line, in: text) { count += 1 }
      if count == 2 { return true }
    }
    return false
  }

  private static func isPlainRun(
    _ text: DocumentText, _ numbers: [PageNumberedRun.PageNumber]
  ) -> Bool {
    guard numbers.count >= minimumPlainNumberCount, let first = numbers.first, first.number <= 2,
      zip(numbers, numbers.dropFirst()).allSatisfy({ $1.number == $0.number + 1 })
    else { return false }
    return !text.bytes.contains(0x0C)
      && !text.contents.contains { text.equals($0, "---") }
  }

  /// Title and author, and the lines that are the deck's.
  private static func readHeader(
    _ text: DocumentText, into content: inout DeckContent
  ) -> Range<Int> {
    // The site's lines come in two groups, before the deck and after it. The first
    // group ends where the next thirty lines of text have none.
    let reach = 30
    var start = 0
    var sinceMark = 0
    for index in text.lines.indices {
      let line = text.contents[index]
      if line.isEmpty { continue }
      if isMark(line, in: text) && !isEnd(line, in: text) {
        start = index + 1
        sinceMark = 0
      } else {
        sinceMark += 1
        guard sinceMark <= reach else { break }
      }
    }
    let end =
      text.lines.indices[start...].first { isEnd(text.contents[$0], in: text) }
      ?? text.lines.count
    let head = text.contents[0..<start].filter { line in
      !line.isEmpty && !isMark(line, in: text) && !isFurniture(line, in: text)
    }
    content.title = head.first.map { text.string($0) }
    content.notes[.boilerplateLines] =
      text.contentLineCount(0..<start) + text.contentLineCount(end..<text.lines.count)
    return start..<end
  }

  private static func isMark(_ line: Range<Int>, in text: DocumentText) -> Bool {
    matches(line, marks, in: text)
  }

  private static func isEnd(_ line: Range<Int>, in text: DocumentText) -> Bool {
    matches(line, ends, in: text)
  }

  /// Whether a line is one of these, or begins with one of those that end in a space
  /// or go on with a count: `Similar to …`, `What's hot (20)`.
  private static func matches(
    _ line: Range<Int>, _ literals: [StaticString], in text: DocumentText
  ) -> Bool {
    // All begin with a capital, as few lines do.
    guard line.count <= 400, let first = text.bytes[line].first, (0x41...0x5A).contains(first)
    else { return false }
    return literals.contains { literal in
      guard text.hasPrefix(line, literal) else { return false }
      let rest = line.dropFirst(literal.utf8CodeUnitCount)
      return rest.isEmpty || text.hasPrefix(rest, " (")
        || text.bytes[rest.lowerBound - 1] == 0x20
    }
  }

  /// Whether a line is the site's: a button, or counts such as `12 likes • 3,456 views`.
  private static func isFurniture(_ line: Range<Int>, in text: DocumentText) -> Bool {
    guard line.count <= 120, !line.isEmpty else { return false }
    if furniture.contains(where: { text.equals(line, $0) }) { return true }
    return (0x30...0x39).contains(text.bytes[line.lowerBound])
      && (text.hasSuffix(line, " views") || text.hasSuffix(line, " likes"))
  }
}
