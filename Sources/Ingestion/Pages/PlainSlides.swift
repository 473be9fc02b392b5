internal import Talks

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

  /// The slides, numbered from 1.
  static func read(_ text: DocumentText, _ lines: Range<Int>) -> [Slide] {
    var slides: [Slide] = []
    func append(_ body: String) { slides.append(Slide(number: slides.count + 1, text: body)) }
    var open: Range<Int>?
    for index in lines {
      let line = text.contents[index]
      if line.isEmpty { continue }
      if let beginning = open {
        append(text.string(beginning) + " " + text.string(line))
        open = nil
      } else if isCut(line, in: text) {
        open = line
      } else {
        append(text.string(line))
      }
    }
    if let open { append(text.string(open)) }
    return slides
  }

  /// Whether the site cut its text at the end of this line.
  static func isCut(_ line: Range<Int>, in text: DocumentText) -> Bool {
    var count = 0
    var isInWord = false
    for byte in text.bytes[line] {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
      if count > cutWordCount { return false }
    }
    return count == cutWordCount
  }
}
