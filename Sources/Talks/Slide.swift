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
  /// What else its source says, in order; no name twice, none a field above.
  public var additionalFields: [AdditionalField]

  /// Creates a slide.
  public init(
    number: Int, text: String, speakerNotes: String? = nil, isHidden: Bool = false,
    additionalFields: [AdditionalField] = []
  ) {
    self.number = number
    self.text = text
    self.speakerNotes = speakerNotes
    self.isHidden = isHidden
    self.additionalFields = additionalFields
  }
}
