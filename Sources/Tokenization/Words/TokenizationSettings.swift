/// What decides a text's tokens, beside the lexicon and ICU.
///
/// Part of a model: training and scoring must cut alike.
public struct TokenizationSettings: Sendable, Equatable, Codable {
  /// Whether neighbouring katakana pieces become one word.
  ///
  /// ICU cuts loanwords it does not know into syllables (オブ/ザー/バ/ビリ/テ/ィ).
  public var joinsKatakana: Bool
  /// Whether the built-in stop words are dropped.
  public var dropsStopWords: Bool

  /// Creates settings; the defaults are those of the shipped model.
  public init(joinsKatakana: Bool = true, dropsStopWords: Bool = true) {
    self.joinsKatakana = joinsKatakana
    self.dropsStopWords = dropsStopWords
  }
}
