/// Gathers the paragraphs of DrawingML text, `a:p` with runs, fields and breaks.
///
/// Runs are joined without a space, `a:br` is a line feed, empty lines are left
/// out. The number and the date that PowerPoint puts in (`a:fld`) are not read.
struct ParagraphText {
  /// The lines of paragraphs that have ended.
  private(set) var lines: [String] = []
  private var paragraph: String?
  private var isInRun = false
  private var isInGeneratedField = false

  /// Whether text is a part of a paragraph here.
  var wantsText: Bool { isInRun && !isInGeneratedField }

  mutating func begin(_ element: XMLElement) {
    switch element.name {
    case "p": paragraph = ""
    case "br": paragraph?.append("\n")
    case "t": isInRun = paragraph != nil
    case "fld":
      let type = element["type"] ?? ""
      isInGeneratedField = type == "slidenum" || type.hasPrefix("datetime")
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "p":
      if let paragraph { lines += Self.lines(of: paragraph) }
      paragraph = nil
    case "t": isInRun = false
    case "fld": isInGeneratedField = false
    default: break
    }
  }

  mutating func add(_ text: String) { paragraph?.append(text) }

  /// The lines so far, which are then forgotten.
  mutating func takeLines() -> [String] {
    defer { lines = [] }
    return lines
  }

  /// The lines of a text that are not blank, without white space at their ends.
  static func lines(of text: String) -> [String] {
    text.utf8.split(whereSeparator: { (0x0A...0x0D).contains($0) }).compactMap { line in
      guard let first = line.firstIndex(where: { $0 > 0x20 }),
        let last = line.lastIndex(where: { $0 > 0x20 })
      else { return nil }
      return String(decoding: line[first...last], as: UTF8.self)
    }
  }
}
