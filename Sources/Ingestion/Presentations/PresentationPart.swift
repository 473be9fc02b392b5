/// The main part of a presentation: which slides it shows, in which order.
final class PresentationPart: XMLHandler {
  /// The name of the root: `presentation`, unless the package is something else.
  private(set) var root: String?
  /// The relationships of the slides in their order; their files' numbers are those
  /// of the order in which they were made.
  private(set) var slides: [String] = []

  let wantsText = false

  func begin(_ element: XMLElement) {
    root = root ?? element.name
    // Sections list slides again under the same name, without relationships.
    if element.name == "sldId", let id = element["r:id"] { slides.append(id) }
  }

  func end(_ name: String) {}
  func text(_ text: String) {}
}
