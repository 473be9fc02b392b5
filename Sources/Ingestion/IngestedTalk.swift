public import Talks

/// A talk and how it was read.
public struct IngestedTalk: Sendable, Equatable {
  /// The talk.
  public var talk: Talk
  /// Where it was read from.
  public var location: SourceLocation
  /// How its source is laid out.
  public var layout: Layout
  /// What was mended or lost on the way, with counts.
  public var notes: ReadingNotes

  /// The share of lost characters from which a talk is unfit.
  private static let unfitShare = 0.05

  /// Whether so many characters were lost that placing the talk is guessing.
  ///
  /// - Complexity: O(*n*) for *n* bytes of text.
  public var isUnfit: Bool {
    let lost =
      notes[.undecodableCharacters] + notes[.replacementCharacters] + notes[.privateUseCharacters]
    guard lost > 0 else { return false }
    let kept = talk.slides.reduce(talk.title.count) { $0 + $1.text.count }
    return Double(lost) > Self.unfitShare * Double(lost + kept)
  }

  /// Creates an ingested talk.
  public init(
    talk: Talk, location: SourceLocation, layout: Layout, notes: ReadingNotes = ReadingNotes()
  ) {
    self.talk = talk
    self.location = location
    self.layout = layout
    self.notes = notes
  }
}
