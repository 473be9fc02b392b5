/// Slides of a text that has no marks between them but each slide's page number on
/// a line of its own.
///
/// The numbers are found as a chain: from a number the chain goes on to the nearest
/// line that is at most ``maximumGap`` more (pages without text print no number).
/// Stray figures on slides rarely fit in.
enum PageNumberedRun {
  /// Pages that may lack their number between two that have it.
  static let maximumGap = 3

  /// A line that is only a page number.
  struct PageNumber: Equatable {
    var line: Int
    var number: Int
  }

  /// One slide: its page number, and its lines without it.
  struct Page: Equatable {
    var number: Int
    var lines: Range<Int>
  }

  /// The page numbers of a range of lines, in order.
  ///
  /// - Complexity: O(*n*) for *n* lines; each line is looked at a fixed number of times.
  static func pageNumbers(in text: DocumentText, _ lines: Range<Int>) -> [PageNumber] {
    // The longest chain so far that ends with a number, for all numbers: index of
    // its last link. A later line may continue any of them.
    var links: [(page: PageNumber, previous: Int?, length: Int)] = []
    var last = [Int?](repeating: nil, count: maximumGap)
    var best: Int?
    for index in lines {
      let line = text.contents[index]
      guard (1...7).contains(line.count), let number = text.number(line),
        (1...9999).contains(number)
      else { continue }
      var previous: Int?
      while last.count <= number { last.append(nil) }
      for candidate in max(1, number - maximumGap)..<max(1, number) {
        guard let link = last[candidate] else { continue }
        if let found = previous, links[found].length > links[link].length { continue }
        previous = link
      }
      let length = (previous.map { links[$0].length } ?? 0) + 1
      guard previous != nil || number <= 1 + maximumGap else { continue }
      if let old = last[number], links[old].length >= length { continue }
      links.append((PageNumber(line: index, number: number), previous, length))
      last[number] = links.count - 1
      if length > best.map({ links[$0].length }) ?? 0 { best = links.count - 1 }
    }
    var chain: [PageNumber] = []
    while let link = best {
      chain.append(links[link].page)
      best = links[link].previous
    }
    return chain.reversed()
  }

  /// The slides: each ends with its number or, where the text begins with the first
  /// number, begins with it.
  static func pages(
    in text: DocumentText, _ lines: Range<Int>, numbers: [PageNumber]
  ) -> [Page] {
    guard let first = numbers.first, let last = numbers.last else { return [] }
    let start = text.nextContentLine(from: lines.lowerBound) ?? lines.lowerBound
    if first.line == start {
      return numbers.indices.map { index in
        let end = index + 1 < numbers.count ? numbers[index + 1].line : lines.upperBound
        return Page(number: numbers[index].number, lines: numbers[index].line + 1..<end)
      }
    }
    var pages: [Page] = []
    var begin = lines.lowerBound
    for page in numbers {
      pages.append(Page(number: page.number, lines: begin..<page.line))
      begin = page.line + 1
    }
    if text.contentLineCount(begin..<lines.upperBound) > 0 {
      pages.append(Page(number: last.number + 1, lines: begin..<lines.upperBound))
    }
    return pages
  }
}
