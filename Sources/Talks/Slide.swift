/// One page of a talk.
public struct Slide: Sendable, Equatable {
  /// The page's number in its source, from 1.
  public var number: Int
  /// The page's text; lines end with a line feed.
  public var text: String

  /// Creates a slide.
  public init(number: Int, text: String) {
    self.number = number
    self.text = text
  }
}
