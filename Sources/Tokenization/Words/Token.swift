/// One word of a text, where it stands, and what it is called.
public struct Token: Sendable, Equatable {
  /// What made a token one word.
  public enum Kind: UInt8, Sendable {
    /// ICU's word breaking, with katakana pieces joined.
    case word = 0
    /// An entry of the lexicon.
    case keyword = 1
  }

  /// Bytes of the original text, as UTF-8.
  ///
  /// Tokens never overlap, except that all tokens made from one character (㍿) have
  /// that character's range.
  public var byteRange: Range<Int>
  /// What names the word (``TermHash``); a variant has its preferred form's.
  public var hash: UInt64
  /// What made it one word.
  public var kind: Kind
  /// Whether the token before it in the text is its neighbour: on the same line,
  /// with nothing between but spaces and words that were dropped as stop words.
  public var followsPrevious: Bool

  /// The lexicon entry, for a keyword.
  package var entry: Int32
  /// Where it stands in the block's normalized text.
  package var unitRange: Range<Int32>
}
