/// The text of one slide of a transcript.
enum TranscriptItem {
  /// What Speaker Deck writes for a slide without text, at one time or another.
  private static let empty = ["None", "No content"].map { Array($0.utf8) }

  /// Joins the lines of an item, without the slide's number before them.
  ///
  /// - Parameters:
  ///   - page: The page.
  ///   - lines: Those of the item.
  ///   - position: Which item it is, from 1.
  ///   - isEscaped: Whether the text may hold HTML as text (`&lt;br /&gt;`), as old
  ///     pages of SlideShare do.
  /// - Returns: The text, its lines parted by line feeds.
  static func text(
    _ page: PageLines, _ lines: ArraySlice<PageLines.Line>, position: Int, isEscaped: Bool
  ) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(lines.reduce(0) { $0 + $1.range.count + 1 })
    for (index, line) in lines.enumerated() {
      let line = page.text[line.range]
      let rest = index == 0 ? withoutNumber(line, position) : line
      if rest.isEmpty { continue }
      if !text.isEmpty { text.append(0x0A) }
      text += rest
    }
    if empty.contains(text) { return "" }
    return isEscaped && text.contains(UInt8(ascii: "<"))
      ? unescaped(text) : String(bytes: text)
  }

  /// A first line without `12.` or `12. ` at its beginning; a line that is the
  /// number alone is all number.
  private static func withoutNumber(
    _ line: ArraySlice<UInt8>, _ position: Int
  ) -> ArraySlice<UInt8> {
    guard let first = line.first, (0x31...0x39).contains(first) else { return line }
    let number = Array("\(position)".utf8)
    guard line.starts(with: number) else { return line }
    let rest = line.dropFirst(number.count)
    if rest.isEmpty { return rest }
    guard rest.first == UInt8(ascii: ".") else { return line }
    let text = rest.dropFirst()
    return text.isEmpty || text.first == 0x20 ? text.drop { $0 == 0x20 } : line
  }

  /// The text of HTML within text.
  private static func unescaped(_ text: [UInt8]) -> String {
    var scanner = PageScanner(text)
    // What it cannot scan stays as it is.
    guard (try? scanner.scan()) != nil else { return String(decoding: text, as: UTF8.self) }
    return scanner.lines.lines.map(scanner.lines.text).joined(separator: "\n")
  }
}
