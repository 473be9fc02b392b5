/// What an HTML comment in a deck is: settings, words for a program, or a note.
enum MarkdownComment {
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

  /// The settings that a comment is, by the words between its marks, or nil.
  static func settings(_ range: Range<Int>, in text: DocumentText) -> FrontMatter? {
    let content = text.trimmed(range)
    guard mayBeForPrograms(content, in: text), !isInstruction(content, in: text),
      let settings = FrontMatter(
        text, text.parts(of: content, separatedBy: MarkdownByte.lineFeed)),
      settings.values.keys.allSatisfy({ directives.contains(name(of: $0)) })
    else { return nil }
    return settings
  }

  /// What the speaker noted in a comment, or nil when it is for a program.
  static func note(_ range: Range<Int>, in text: DocumentText) -> String? {
    let content = text.trimmed(range)
    if mayBeForPrograms(content, in: text) {
      guard !isInstruction(content, in: text), settings(content, in: text) == nil else {
        return nil
      }
    }
    guard text.firstOffset(of: MarkdownByte.lineFeed, in: content) != nil else {
      return text.string(content)
    }
    return text.slideText(text.parts(of: content, separatedBy: MarkdownByte.lineFeed))
  }

  /// Whether a comment begins as settings and words for a program do, in ASCII, or has
  /// nothing in it.
  private static func mayBeForPrograms(_ content: Range<Int>, in text: DocumentText) -> Bool {
    content.first.map { text.bytes[$0] < 0x80 } ?? true
  }

  /// Whether a comment is for a linter, for reveal.js or for Marp's headings.
  private static func isInstruction(_ content: Range<Int>, in text: DocumentText) -> Bool {
    text.equals(content, "fit") || content.isEmpty
      || instructions.contains { text.hasPrefix(content, $0) }
  }

  private static func name(of key: String) -> String {
    key.hasPrefix("_") || key.hasPrefix("$") ? String(key.dropFirst()) : key
  }
}
