/// The text of one slide of a transcript.
enum TranscriptItem {
  /// What Speaker Deck writes for a slide without text, at one time or another.
  private static let empty: Set<String> = ["None", "No content"]

  /// Joins lines, without the slide's number before them.
  ///
  /// - Parameters:
  ///   - lines: The lines of the item.
  ///   - position: Which item it is, from 1.
  ///   - isEscaped: Whether the text may hold HTML as text (`&lt;br /&gt;`), as old
  ///     pages of SlideShare do.
  /// - Returns: The text, its lines parted by line feeds.
  static func text(_ lines: [String], position: Int, isEscaped: Bool) -> String {
    var lines = isEscaped ? lines.flatMap(unescaped) : lines
    if let first = lines.first {
      for mark in ["\(position).", "\(position)"] where first == mark {
        lines.removeFirst()
        break
      }
      let mark = "\(position). "
      if first.hasPrefix(mark) { lines[0] = String(first.dropFirst(mark.count)) }
    }
    let text = lines.joined(separator: "\n")
    return empty.contains(text) ? "" : text
  }

  /// The lines of HTML within text.
  private static func unescaped(_ line: String) -> [String] {
    guard line.utf8.contains(UInt8(ascii: "<")) else { return [line] }
    var scanner = PageScanner(Array(line.utf8))
    // What it cannot scan stays as it is.
    guard (try? scanner.scan()) != nil else { return [line] }
    return scanner.lines.lines.map(scanner.lines.text)
  }
}
