/// One presentation.
///
/// A talk with a title only is legal; so is one without a title.
public struct Talk: Sendable, Equatable {
  /// What other records call this talk; unique within one body of talks.
  public var id: String
  /// The talk's title; empty where the source has none.
  public var title: String
  /// Who gave it.
  public var speaker: String?
  /// Where it was given.
  public var event: String?
  /// Where it was published.
  public var url: String?
  /// The pages in their order of presentation.
  public var slides: [Slide]
  /// Where a person placed it.
  public var labels: Labels
  /// What else its source says, in order; no name twice, none a field above.
  public var additionalFields: [AdditionalField]

  /// Creates a talk.
  public init(
    id: String, title: String, speaker: String? = nil, event: String? = nil, url: String? = nil,
    slides: [Slide] = [], labels: Labels = Labels(), additionalFields: [AdditionalField] = []
  ) {
    self.id = id
    self.title = title
    self.speaker = speaker
    self.event = event
    self.url = url
    self.slides = slides
    self.labels = labels
    self.additionalFields = additionalFields
  }

  /// Creates a talk from one text, as its only slide.
  public init(id: String = "talk", title: String, text: String) {
    self.init(id: id, title: title, slides: [Slide(number: 1, text: text)])
  }

  /// The UTF-8 bytes of title and slides: what a throughput in MB/s counts.
  ///
  /// - Complexity: O(*s*) for *s* slides.
  public var byteCount: Int {
    slides.reduce(title.utf8.count) { $0 + $1.text.utf8.count }
  }
}
