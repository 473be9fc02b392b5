/// What stands on a slide, in the order of its shapes, groups within groups.
final class SlideShapes: XMLHandler {
  /// Something on the slide.
  enum Piece: Equatable {
    /// Text of a shape or a table.
    case text(String)
    /// A chart or a SmartArt diagram, in the part of this relationship.
    case part(relationship: String)
  }

  /// The pieces whose text belongs to the slide.
  private(set) var pieces: [Piece] = []
  /// The text of the first title placeholder.
  private(set) var title: String?
  /// The text of body placeholders; on a notes page, the speaker's notes.
  private(set) var body: [String] = []
  /// Pictures, those that fill shapes or the background included.
  private(set) var pictureCount = 0
  /// Whether the presentation leaves the slide out.
  private(set) var isHidden = false

  private var depth = 0
  private var placeholder: String?
  private var text = ParagraphText()
  /// The cells of the table row that is open.
  private var row: [String]?
  private var table: [String] = []

  var wantsText: Bool { text.wantsText }

  func begin(_ element: XMLElement) {
    if depth == 0 { isHidden = ["0", "false"].contains(element["show"]) }
    depth += 1
    text.begin(element)
    switch element.name {
    case "sp", "graphicFrame", "cxnSp": placeholder = nil
    // Without a type a placeholder takes any content.
    case "ph": placeholder = element["type"] ?? "obj"
    case "blip": pictureCount += 1
    case "tr": row = []
    case "chart": add(part: element["r:id"])
    case "relIds": add(part: element["r:dm"])
    default: break
    }
  }

  func end(_ name: String) {
    depth -= 1
    text.end(name)
    switch name {
    case "txBody": endText(text.takeLines())
    case "tr":
      let cells = (row ?? []).filter { !$0.isEmpty }
      if !cells.isEmpty { table.append(cells.joined(separator: "\t")) }
      row = nil
    case "tbl":
      if !table.isEmpty { pieces.append(.text(table.joined(separator: "\n"))) }
      table = []
    default: break
    }
  }

  func text(_ text: String) { self.text.add(text) }

  private func endText(_ lines: [String]) {
    if row != nil {
      row?.append(lines.joined(separator: " "))
      return
    }
    guard !lines.isEmpty else { return }
    let text = lines.joined(separator: "\n")
    switch placeholder {
    case "title", "ctrTitle": title = title ?? lines.joined(separator: " ")
    case "body": body.append(text)
    // The slide's number and date say nothing of the talk.
    case "sldNum", "dt": return
    default: break
    }
    pieces.append(.text(text))
  }

  private func add(part relationship: String?) {
    if let relationship { pieces.append(.part(relationship: relationship)) }
  }
}
