/// The title and the author in a package's core properties, `dc:title` and
/// `dc:creator`.
final class CoreProperties: XMLHandler {
  private enum Property: String {
    case title, creator
  }

  private var texts: [Property: String] = [:]
  private var property: Property?

  /// What programs write when nobody gave a title.
  static let defaultTitles: Set<String> = [
    "PowerPoint Presentation", "PowerPoint プレゼンテーション", "Presentation", "プレゼンテーション",
    "Slide 1", "スライド 1", "タイトル", "Title", "Untitled", "untitled", "無題", "無題のプレゼンテーション",
  ]
  /// What programs write when they do not know the author.
  private static let defaultAuthors: Set<String> = [
    "Microsoft Office User", "Microsoft Office ユーザー", "Windows User", "Windows ユーザー", "User",
    "user", "Owner", "owner", "Administrator", "admin", "PptxGenJS", "python-pptx", "Unknown",
    "Microsoft", "Google", "作成者", "ユーザー",
  ]

  var wantsText: Bool { property != nil }

  /// The title, or nil when nobody gave one.
  var title: String? { value(.title, besides: Self.defaultTitles) }

  /// The author, or nil when it is none but a program's word.
  var author: String? { value(.creator, besides: Self.defaultAuthors) }

  private func value(_ property: Property, besides defaults: Set<String>) -> String? {
    let value = ParagraphText.lines(of: texts[property] ?? "").joined(separator: " ")
    return value.isEmpty || defaults.contains(value) ? nil : value
  }

  func begin(_ element: XMLElement) { property = Property(rawValue: element.name) }
  func end(_ name: String) { property = nil }
  func text(_ text: String) {
    if let property { texts[property, default: ""] += text }
  }
}
