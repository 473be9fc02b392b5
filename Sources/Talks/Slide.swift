/// One page of a talk.
public struct Slide: Sendable, Equatable {
  /// The page's number in its source, from 1.
  public var number: Int
  /// The page's text; lines end with a line feed.
  public var text: String
  /// What the speaker noted for the page, kept apart from its text.
  public var speakerNotes: String?
  /// Whether the source hides the page in a presentation.
  public var isHidden: Bool

  /// Creates a slide.
  public init(number: Int, text: String, speakerNotes: String? = nil, isHidden: Bool = false) {
    self.number = number
    self.text = text
    self.speakerNotes = speakerNotes
    self.isHidden = isHidden
  }
}
