/// What a feature stands for.
public struct Term: Sendable, Equatable, Hashable {
  /// How a term comes from tokens.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// One word.
    case word = 0
    /// Two neighbouring words of a line, in their order.
    case pair = 1
    /// A lexicon entry.
    case keyword = 2
    /// Two or three neighbouring characters (a character n-gram); any number of
    /// spaces and line ends is one.
    case fragment = 3
  }

  /// Normalized text; the words of a pair with a space between.
  public var text: String
  /// How it comes from tokens.
  public var kind: Kind

  /// The text as it is shown: a fragment has a `~` on both sides.
  public var label: String { kind == .fragment ? "~\(text)~" : text }

  /// Creates a term.
  public init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }

  /// The order of terms in a vocabulary: by UTF-8 bytes, then by kind.
  package static func precedes(_ one: Term, _ other: Term) -> Bool {
    let (first, second) = (one.text.utf8Span.span, other.text.utf8Span.span)
    let length = min(first.count, second.count)
    for index in 0..<length where first[index] != second[index] {
      return first[index] < second[index]
    }
    if first.count != second.count { return first.count < second.count }
    return one.kind.rawValue < other.kind.rawValue
  }
}
