/// What an HTML comment in a deck is.
enum MarkdownComment: Equatable {
  /// Settings of the deck or of slides.
  case directive(FrontMatter)
  /// Words for a linter, for reveal.js or for Marp's headings.
  case instruction
  /// What the speaker noted.
  case note(String)

  /// Marp's directives, without the `_` that confines one to its slide, and the words
  /// about a deck that may stand among them.
  private static let directives: Set<String> = [
    "theme", "style", "headingdivider", "lang", "size", "math", "marp", "paginate", "header",
    "footer", "class", "backgroundcolor", "backgroundimage", "backgroundposition",
    "backgroundrepeat", "backgroundsize", "color", "transition", "title", "author", "description",
    "keywords", "url", "image", "speaker", "event", "auto-scaling", "autoscaling",
  ]

  private static let instructions: [StaticString] = [
    ".slide:", ".element:", ".element ", "prettier-", "markdownlint-", "textlint-", "eslint-",
    "cspell:", "{_", "{.",
  ]

  /// Reads the words between `<!--` and `-->`.
  init(_ range: Range<Int>, in text: DocumentText) {
    let content = text.trimmed(range)
    if text.equals(content, "fit") || content.isEmpty
      || Self.instructions.contains(where: { text.hasPrefix(content, $0) })
    {
      self = .instruction
    } else if let settings = FrontMatter(
      text, text.parts(of: content, separatedBy: MarkdownByte.lineFeed)),
      settings.values.keys.allSatisfy({ Self.directives.contains(Self.name(of: $0)) })
    {
      self = .directive(settings)
    } else {
      self = .note(text.slideText(text.parts(of: content, separatedBy: MarkdownByte.lineFeed)))
    }
  }

  private static func name(of key: String) -> String {
    key.hasPrefix("_") || key.hasPrefix("$") ? String(key.dropFirst()) : key
  }
}
