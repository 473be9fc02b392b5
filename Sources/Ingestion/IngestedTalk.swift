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
