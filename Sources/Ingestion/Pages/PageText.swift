internal import Talks

/// Text of one slide from the lines of a page.
enum PageText {
  /// Lines joined by line feeds, each trimmed, without blank lines at either end
  /// or more than one in a row.
  static func joined(_ lines: [Substring]) -> String {
    var kept: [Substring] = []
    for line in lines.map(\.trimmed) {
      if line.isEmpty, kept.last?.isEmpty ?? true { continue }
      kept.append(line)
    }
    if kept.last?.isEmpty == true { kept.removeLast() }
    return kept.joined(separator: "\n")
  }

  /// Slides of a source that does not number them, from 1.
  static func numbered(_ texts: [String]) -> [Slide] {
    texts.enumerated().map { Slide(number: $0 + 1, text: $1) }
  }
}
