/// The title in a package's core properties, `dc:title`.
final class CoreProperties: XMLHandler {
  private var text = ""
  private(set) var wantsText = false

  /// What programs write when nobody gave a title.
  private static let defaults: Set<String> = [
    "PowerPoint Presentation", "PowerPoint プレゼンテーション", "Presentation", "プレゼンテーション",
    "Slide 1", "スライド 1", "タイトル", "Title", "Untitled",
  ]

  /// The title, or nil when nobody gave one.
  var title: String? {
    let title = ParagraphText.lines(of: text).joined(separator: " ")
    return title.isEmpty || Self.defaults.contains(title) ? nil : title
  }

  func begin(_ element: XMLElement) { wantsText = element.name == "title" }
  func end(_ name: String) { wantsText = false }
  func text(_ text: String) { self.text += text }
}
