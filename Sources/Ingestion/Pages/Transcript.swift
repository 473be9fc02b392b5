/// Plain text: an optional front matter, then slides parted by form feeds (as
/// `pdftotext` writes them) or by lines of three hyphens.
///
/// Front matter stands between two lines of three hyphens at the very beginning
/// and has lines `key: value`, one of them at least `title`, `speaker`, `event` or
/// `url`; those are read.
enum Transcript {
  private static let separator: Substring = "---"
  private static let keys: Set<String> = ["title", "speaker", "event", "url"]

  /// The talk; any text is one.
  static func read(_ lines: [Substring]) -> DocumentReader.Content {
    var content = DocumentReader.Content(layout: .transcript, slides: [])
    var body = lines[...]
    if let (matter, rest) = frontMatter(lines) {
      content.title = matter["title"]
      content.speaker = matter["speaker"]
      content.event = matter["event"]
      content.url = matter["url"]
      body = rest
    }
    var slides: [[Substring]] = [[]]
    for line in body {
      if line.trimmed == separator {
        slides.append([])
        continue
      }
      let pages = line.split(separator: "\u{0C}", omittingEmptySubsequences: false)
      slides[slides.count - 1].append(pages[0])
      for page in pages.dropFirst() { slides.append([page]) }
    }
    var texts = slides.map(PageText.joined)
    // A form feed ends a page, so the text after the last one is no slide.
    while texts.last?.isEmpty == true { texts.removeLast() }
    content.slides = PageText.numbered(texts)
    return content
  }

  private static func frontMatter(
    _ lines: [Substring]
  ) -> (matter: [String: String], rest: ArraySlice<Substring>)? {
    guard lines.first?.trimmed == separator,
      let end = lines.dropFirst().firstIndex(where: { $0.trimmed == separator })
    else { return nil }
    var matter: [String: String] = [:]
    var isKnown = false
    for line in lines[1..<end] where !line.trimmed.isEmpty {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let key = line[..<colon].trimmed.lowercased()
      let value = line[line.index(after: colon)...].trimmed
      isKnown = isKnown || keys.contains(key)
      matter[key] = value.isEmpty ? nil : String(value)
    }
    return isKnown ? (matter, lines[(end + 1)...]) : nil
  }
}
