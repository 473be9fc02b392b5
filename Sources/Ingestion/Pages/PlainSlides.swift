/// Slides of a Speaker Deck transcript that does not number them.
///
/// The site writes each slide's text without its line ends, cut after the tenth
/// word: the first ten words are one line and the rest, if any, is the next. So a
/// line of exactly ten words goes on in the next line, and any other ends its
/// slide. (A slide of exactly ten words is the one case this cannot tell; it
/// takes the next slide with it.)
enum PlainSlides {
  /// Words before the site's cut, as ASCII spaces part them.
  static let cutWordCount = 10

  /// The slides' texts.
  static func read(_ lines: ArraySlice<Substring>) -> [String] {
    var slides: [String] = []
    var open: Substring?
    for line in lines.map(\.trimmed) where !line.isEmpty {
      if let beginning = open {
        slides.append(beginning + " " + line)
        open = nil
      } else if isCut(line) {
        open = line
      } else {
        slides.append(String(line))
      }
    }
    return slides + (open.map { [String($0)] } ?? [])
  }

  /// Whether the site cut its text at the end of this line.
  static func isCut(_ line: Substring) -> Bool {
    line.utf8.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }).count
      == cutWordCount
  }
}
