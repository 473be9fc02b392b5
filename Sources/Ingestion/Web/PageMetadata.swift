/// What a page says of itself in its head.
struct PageMetadata: Equatable {
  /// The contents of `title`.
  private(set) var documentTitle: String?
  /// By property or name, the first of each that is read.
  private var properties: [String: String] = [:]
  private(set) var canonicalURL: String?

  private static let names: Set<String> = [
    "og:title", "og:site_name", "og:url", "og:author", "author", "article:author",
    "twitter:title", "slideshow_author",
  ]

  var title: String? { properties["og:title"] ?? properties["twitter:title"] }
  var siteName: String? { properties["og:site_name"] }
  var url: String? { canonicalURL ?? properties["og:url"] }

  /// The author's name; an address of a profile is none.
  var author: String? {
    ["author", "og:author", "article:author", "slideshow_author"].lazy
      .compactMap { properties[$0] }.first { !$0.contains("://") }
  }

  mutating func addTitle(_ text: String) {
    if documentTitle == nil, !text.isEmpty { documentTitle = text }
  }

  /// Takes a `meta` element.
  mutating func addProperty(_ name: String, _ content: String) {
    let name = name.lowercased()
    guard Self.names.contains(name), properties[name] == nil, !content.isEmpty else { return }
    properties[name] = content
  }

  /// Takes a `link` element.
  mutating func addLink(rel: String, href: String) {
    if rel.lowercased() == "canonical", canonicalURL == nil, !href.isEmpty { canonicalURL = href }
  }
}
