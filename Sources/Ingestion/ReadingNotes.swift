/// What reading changed or left out, by kind, with counts.
public struct ReadingNotes: Sendable, Equatable {
  /// What can be changed or left out.
  public enum Kind: String, Sendable, CaseIterable {
    /// Lines of a page that belong to other talks or to the site.
    case boilerplateLines = "boilerplate-lines"
    /// Slides without text.
    case emptySlides = "empty-slides"
    /// Control characters that were taken out.
    case controlCharacters = "control-characters"
    /// The page has no transcript.
    case missingTranscript = "missing-transcript"
  }

  private var counts: [Kind: Int] = [:]

  /// Creates empty notes.
  public init() {}

  /// How often a kind was met.
  public subscript(kind: Kind) -> Int {
    get { counts[kind] ?? 0 }
    set { counts[kind] = newValue == 0 ? nil : newValue }
  }
}
