/// The text of a SmartArt diagram's data part, a line for each paragraph, in the
/// order in which its points are stored.
final class DiagramText: XMLHandler {
  private var paragraphs = ParagraphText()

  /// The text.
  var text: String { paragraphs.lines.joined(separator: "\n") }

  var wantsText: Bool { paragraphs.wantsText }
  func begin(_ element: XMLElement) { paragraphs.begin(element) }
  func end(_ name: String) { paragraphs.end(name) }
  func text(_ text: String) { paragraphs.add(text) }
}
