internal import Talks

/// A deck written in Markdown for Marp, Slidev, reveal.js or GitPitch, or a plain
/// Markdown file.
///
/// Slides are parted as the program would part them; a file without separators gives
/// one slide for each heading of the first two levels. Text is what an audience reads:
/// marks, images, comments, styles and settings are left out, and what the speaker
/// noted is kept apart.
enum MarkdownDeck {
  /// Whether a document is Markdown: it has a program's settings, or a heading opens
  /// at least half of its slides, or it begins with a heading.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  static func recognizes(_ text: DocumentText) -> Bool {
    mayBeMarkdown(text) && MarkdownEvidence(text).isMarkdown
  }

  /// The talk, or nil when the document is not Markdown.
  static func read(ifRecognized text: DocumentText) -> DeckContent? {
    guard mayBeMarkdown(text) else { return nil }
    let evidence = MarkdownEvidence(text)
    return evidence.isMarkdown ? read(text, evidence) : nil
  }

  /// Whether any line begins with a mark that Markdown is known by, or there is a comment.
  private static func mayBeMarkdown(_ text: DocumentText) -> Bool {
    text.contents.contains { line in
      guard let first = line.first else { return false }
      switch text.bytes[first] {
      case MarkdownByte.hash, MarkdownByte.less, MarkdownByte.equals, MarkdownByte.colon:
        return true
      case MarkdownByte.hyphen: return text.hasPrefix(line, "---")
      case MarkdownByte.plus: return text.hasPrefix(line, "+++")
      default: return false
      }
    } || text.contains(text.bytes.indices, "<!--")
  }

  /// The talk, whether or not the document looks like Markdown.
  static func read(_ text: DocumentText) -> DeckContent { read(text, MarkdownEvidence(text)) }

  private static func read(_ text: DocumentText, _ evidence: MarkdownEvidence) -> DeckContent {
    let slides = MarkdownSlides(text, evidence)
    var content = DeckContent(layout: .markdownDeck)
    content.slides = slides.slides
    content.title = value(["title"], evidence) ?? slides.title
    content.speaker = value(
      ["speaker", "author", "presenter", "speakers", "authors", "presenters"], evidence,
      separator: ", ")
    content.event = value(["event", "conference", "meetup"], evidence)
    content.url = value(["url"], evidence)
    content.notes[.pictureSlides] = slides.pictureCount
    content.notes[.hiddenSlides] = slides.slides.count(where: \.isHidden)
    return content
  }

  /// The first of some keys that the front matter or a directive has, as plain text.
  private static func value(
    _ keys: [String], _ evidence: MarkdownEvidence, separator: String = " "
  ) -> String? {
    let settings = (evidence.frontMatter.map { [$0] } ?? []) + evidence.directives
    for key in keys {
      guard let value = settings.lazy.compactMap({ $0.text(key, separator: separator) }).first
      else { continue }
      var plain: [UInt8] = []
      var inline = MarkdownInline()
      inline.append(Array(value.utf8), to: &plain)
      for index in plain.indices where plain[index] == MarkdownByte.lineFeed { plain[index] = 0x20 }
      return String(decoding: plain, as: UTF8.self)
    }
    return nil
  }
}
