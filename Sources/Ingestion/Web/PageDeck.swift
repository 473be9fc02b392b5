internal import Talks

/// Makes the talk of a page that was scanned.
struct PageDeck {
  private let page: PageLines
  private let itemNumbers: [Int?]
  private let site: PageSite
  private(set) var deck: DeckContent

  init(_ scanner: PageScanner, _ notes: ReadingNotes) {
    page = scanner.lines
    itemNumbers = scanner.itemNumbers
    site = PageSite(scanner.metadata)
    deck = DeckContent(layout: site == .fortee ? .fortee : .webPage, notes: notes)
    deck.url = scanner.metadata.url
    deck.speaker = scanner.metadata.author
    if !itemNumbers.isEmpty {
      addTranscript()
    } else if let marked = MarkedSlides(page) {
      addMarked(marked)
    } else if site == .speakerDeck || site == .slideShare {
      // The rest of such a page is about other talks.
      deck.layout = site == .speakerDeck ? .speakerDeckTitleOnly : .slideShare
      deck.notes[.missingTranscript] += 1
      deck.notes[.boilerplateLines] += page.lines.count
    } else {
      addByHeadings()
    }
    deck.title = title(scanner.metadata)
  }

  /// The page's own word for its title, else its first heading, else its name in
  /// the browser.
  private func title(_ metadata: PageMetadata) -> String? {
    let heading = page.lines.first { $0.heading == 1 && $0.item == nil }.map(page.text)
    let title = metadata.title ?? heading ?? metadata.documentTitle
    guard let title, let suffix = site.titleSuffixes.first(where: title.hasSuffix) else {
      return title
    }
    return String(title.dropLast(suffix.count))
  }

  private mutating func addTranscript() {
    switch site {
    case .speakerDeck: deck.layout = .speakerDeckNumbered
    case .slideShare: deck.layout = .slideShare
    default: break
    }
    let numbers = numbers()
    deck.slides = numbers.map { Slide(number: $0, text: "") }
    // The lines of an item follow each other.
    var rest = page.lines[...]
    while let item = rest.first.map(\.item) {
      let lines = rest.prefix { $0.item == item }
      rest = rest.dropFirst(lines.count)
      if let item {
        deck.slides[item].text = TranscriptItem.text(
          page, lines, position: item + 1, isEscaped: site == .slideShare)
      } else {
        deck.notes[.boilerplateLines] += lines.count
      }
    }
  }

  /// The pages' numbers where all are told and rise, else positions.
  private func numbers() -> [Int] {
    let told = itemNumbers.compactMap(\.self)
    let rise = zip(told, told.dropFirst()).allSatisfy { $0 < $1 }
    return told.count == itemNumbers.count && rise ? told : Array(1...itemNumbers.count)
  }

  private mutating func addMarked(_ marked: MarkedSlides) {
    deck.layout = marked.layout
    deck.notes[.boilerplateLines] += max((marked.slides.first?.lines.lowerBound ?? 0) - 1, 0)
    for slide in marked.slides {
      let text = text(page.lines[slide.lines])
      deck.slides.append(Slide(number: slide.number, text: text == "No content" ? "" : text))
    }
  }

  private mutating func addByHeadings() {
    var start = 0
    for (index, line) in page.lines.enumerated() where (1...3).contains(line.heading) {
      addSlide(start..<index)
      start = index
    }
    addSlide(start..<page.lines.count)
  }

  private mutating func addSlide(_ lines: Range<Int>) {
    guard !lines.isEmpty else { return }
    let text = text(page.lines[lines])
    deck.slides.append(Slide(number: deck.slides.count + 1, text: text))
  }

  private func text(_ lines: ArraySlice<PageLines.Line>) -> String {
    lines.map(page.text).joined(separator: "\n")
  }
}
