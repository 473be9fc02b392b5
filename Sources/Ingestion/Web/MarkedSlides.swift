/// Slides of a page that puts a line before each: `12 of 98` as Google Slides does,
/// or `Slide 12` and `Slide 12 text` as Speaker Deck's player does.
struct MarkedSlides {
  var layout: Layout
  /// By page; text before the first mark is none of them.
  var slides: [(number: Int, lines: Range<Int>)] = []

  /// Longer lines are no marks.
  private static let maximumMarkLength = 32

  /// Finds the marks, or returns nil when there are none.
  init?(_ page: PageLines) {
    var isOf: [(line: Int, number: Int, total: Int)] = []
    var player: [(line: Int, number: Int)] = []
    for (index, line) in page.lines.enumerated()
    where Self.mayBeMark(page.text[line.range]) {
      let words = page.text(line).split(separator: " ")
      if words.count == 3, words[1] == "of", let number = Int(words[0]),
        let total = Int(words[2]), (1...max(total, 1)).contains(number)
      {
        isOf.append((index, number, total))
      } else if words.count == 3, words[0] == "Slide", words[2] == "text",
        let number = Int(words[1]), index > 0,
        page.text(page.lines[index - 1]) == "Slide \(number)"
      {
        player.append((index, number))
      }
    }
    if !player.isEmpty {
      layout = .player
      add(player.map { ($0.number, $0.line - 1, $0.line + 1) }, page.lines.count)
    } else if Self.areMarks(isOf) {
      layout = .googleSlides
      add(isOf.map { ($0.number, $0.line, $0.line + 1) }, page.lines.count)
    } else {
      return nil
    }
  }

  /// Marks begin with a digit or with `Slide`.
  private static func mayBeMark(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= maximumMarkLength, let first = line.first else { return false }
    return (0x30...0x39).contains(first) || first == UInt8(ascii: "S")
  }

  /// Marks have one total and rise; so few as may stand in any text are none.
  private static func areMarks(_ marks: [(line: Int, number: Int, total: Int)]) -> Bool {
    guard let total = marks.first?.total, marks.count >= min(total, 3) else { return false }
    return marks.allSatisfy { $0.total == total }
      && zip(marks, marks.dropFirst()).allSatisfy { $0.number < $1.number }
  }

  private mutating func add(_ marks: [(number: Int, mark: Int, text: Int)], _ end: Int) {
    for (index, mark) in marks.enumerated() {
      let next = index + 1 < marks.count ? marks[index + 1].mark : end
      slides.append((mark.number, mark.text..<max(next, mark.text)))
    }
  }
}
