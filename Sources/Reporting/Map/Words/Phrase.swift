/// The language of a picture or a page's first look.
public enum DisplayLanguage: String, Sendable, CaseIterable {
  /// Japanese.
  case japanese = "ja"
  /// English.
  case english = "en"
}

/// Our own words in both languages.
struct Phrase: Sendable, Equatable {
  var japanese: String
  var english: String

  init(_ japanese: String, _ english: String) {
    self.japanese = japanese
    self.english = english
  }

  subscript(language: DisplayLanguage) -> String {
    language == .japanese ? japanese : english
  }

  /// Both, one of which the page's style shows.
  func markup(_ element: String = "span", _ attributes: [(String, String?)] = []) -> Markup {
    .joined(
      [("ja", japanese), ("en", english)].map { name, text in
        .element(element, [("class", name), ("lang", name)] + attributes, text: text)
      })
  }
}
