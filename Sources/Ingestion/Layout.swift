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
  /// Plain text, slides parted by form feeds or lines of three hyphens.
  case transcript
}
