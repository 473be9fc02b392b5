internal import Talks

/// Plain text: an optional front matter, then slides parted by form feeds (as
/// `pdftotext` writes them) or by lines of three hyphens.
///
/// Front matter stands between two lines of three hyphens at the very beginning
/// and has lines `key: value`, one of them at least `title`, `speaker`, `event` or
/// `url`; those are read.
enum Transcript {
  private static let separator: StaticString = "---"
  private static let formFeed: UInt8 = 0x0C
  private static let keys: Set<String> = ["title", "speaker", "event", "url"]

  /// The talk; any text is one.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func read(_ text: DocumentText) -> DeckContent {
    var content = DeckContent(layout: .transcript)
    var start = 0
    if let (matter, end) = frontMatter(text) {
      content.title = matter["title"]
      content.speaker = matter["speaker"]
      content.event = matter["event"]
      content.url = matter["url"]
      start = end
    }
    content.slides = slides(text, start..<text.lines.count)
    return content
  }

  private static func slides(_ text: DocumentText, _ lines: Range<Int>) -> [Slide] {
    let end = text.bytes.count
    // Where the next form feed is, at or behind the line that is read.
    var feed = text.firstOffset(of: formFeed, in: 0..<end) ?? end
    var slides: [Slide] = []
    var body: [Range<Int>] = []
    func close() {
      slides.append(Slide(number: slides.count + 1, text: text.slideText(body)))
      body.removeAll(keepingCapacity: true)
    }
    for index in lines {
      let content = text.contents[index]
      if text.equals(content, separator) {
        close()
      } else if case let line = text.lines[index], feed < line.upperBound {
        for (part, page) in text.parts(of: line, separatedBy: formFeed).enumerated() {
          if part > 0 { close() }
          body.append(page)
        }
        feed = text.firstOffset(of: formFeed, in: line.upperBound..<end) ?? end
      } else {
        body.append(content)
      }
    }
    close()
    // A form feed ends a page, so the text after the last one is no slide.
    while slides.last?.text.isEmpty == true { slides.removeLast() }
    return slides
  }

  /// The keys and values, and the line after them.
  private static func frontMatter(_ text: DocumentText) -> (matter: [String: String], end: Int)? {
    func isSeparator(_ index: Int) -> Bool {
      text.equals(text.contents[index], separator)
    }
    guard !text.lines.isEmpty, isSeparator(0),
      let end = text.lines.indices.dropFirst().first(where: isSeparator)
    else { return nil }
    var matter: [String: String] = [:]
    var isKnown = false
    for index in 1..<end where !text.contents[index].isEmpty {
      let line = text.lines[index]
      guard let colon = text.firstOffset(of: UInt8(ascii: ":"), in: line) else { return nil }
      let key = text.string(text.trimmed(line.lowerBound..<colon)).lowercased()
      let value = text.trimmed(colon + 1..<line.upperBound)
      isKnown = isKnown || keys.contains(key)
      matter[key] = value.isEmpty ? nil : text.string(value)
    }
    return isKnown ? (matter, end + 1) : nil
  }
}
