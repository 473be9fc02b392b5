/// The words of a chart: its titles, the names of its series and its categories,
/// and no numbers.
///
/// A line for each title, one for the series, one for the categories, both parted
/// by tabs. Reads `c:chartSpace` and the `cx:chartSpace` of newer kinds.
final class ChartText: XMLHandler {
  private var paragraphs = ParagraphText()
  private var titles: [String] = []
  private var series: [String] = []
  private var categories: [String] = []
  private var known: Set<String> = []
  private var value: String?
  /// Open elements that say what a value is.
  private var open: [String] = []

  private static let contexts: Set<String> = [
    "title", "ser", "series", "tx", "cat", "strDim", "numRef", "numLit", "numDim", "val",
  ]

  /// The text.
  var text: String {
    (titles + paragraphs.lines + [series, categories].map { $0.joined(separator: "\t") })
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  var wantsText: Bool { value != nil || paragraphs.wantsText }

  func begin(_ element: XMLElement) {
    paragraphs.begin(element)
    if Self.contexts.contains(element.name) { open.append(element.name) }
    // `c:pt` holds a `c:v`, `cx:pt` the value itself.
    if element.name == "v" || element.name == "pt" { value = "" }
  }

  func end(_ name: String) {
    paragraphs.end(name)
    if Self.contexts.contains(name) { _ = open.popLast() }
    guard name == "v" || name == "pt" else { return }
    if let value { take(ParagraphText.lines(of: value).joined(separator: " ")) }
    value = nil
  }

  func text(_ text: String) {
    if value != nil { value?.append(text) } else { paragraphs.add(text) }
  }

  /// Puts a value where what is open says; series and categories that repeat are
  /// kept once.
  private func take(_ value: String) {
    guard !value.isEmpty, let last = open.last else { return }
    switch last {
    case "cat", "strDim":
      if known.insert("category " + value).inserted { categories.append(value) }
    case "tx" where open.dropLast().last == "title":
      titles.append(value)
    case "tx":
      if known.insert("series " + value).inserted { series.append(value) }
    default: break
    }
  }
}
