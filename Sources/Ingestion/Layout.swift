/// How a source of talks is laid out.
public enum Layout: String, Sendable, CaseIterable {
  /// One JSON object a line.
  case talkLines = "talk-jsonl"
  /// Comma- or tab-separated with named columns.
  case table
  /// A Speaker Deck page whose slides are numbered.
  case speakerDeckNumbered = "speakerdeck-numbered"
  /// A Speaker Deck page whose slides are not numbered.
  case speakerDeckPlain = "speakerdeck-plain"
  /// A Speaker Deck page without a transcript: only its title is the talk's.
  case speakerDeckTitleOnly = "speakerdeck-title-only"
  /// A page of Speaker Deck's player.
  case player = "speakerdeck-player"
  /// Google Slides' plain view: `12 of 98` before each slide.
  case googleSlides = "google-slides"
  /// A proposal, or a list of proposals, from fortee.
  case fortee
  /// A proposal from CloudNative Days.
  case cloudNativeDays = "cloudnative-days"
  /// A SlideShare page: one long run with page numbers on lines of their own.
  case slideShare = "slideshare"
  /// Any other web page.
  case webPage = "web-page"
  /// A Markdown deck for Marp, Slidev, reveal.js or GitPitch.
  case markdownDeck = "markdown-deck"
  /// A PDF, one page a slide.
  case pdf
  /// A PowerPoint presentation.
  case powerPoint = "pptx"
  /// Texts and labels as doccano exports them.
  case doccano
  /// Texts and labels as Prodigy exports them.
  case prodigy
  /// Texts and labels as Label Studio exports them.
  case labelStudio = "label-studio"
  /// Lines of labels and text as fastText reads them.
  case fastText = "fasttext"
  /// Plain text, slides parted by form feeds or lines of three hyphens.
  case transcript
}
