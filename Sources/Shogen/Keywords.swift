public import Features
public import Talks
public import Tokenization

/// The terms that set each talk apart from the others.
public struct Keywords: Sendable {
  /// A term and its TF-IDF weight in a talk.
  public struct Keyword: Sendable, Equatable {
    /// The term.
    public var term: Term
    /// Its weight, in 0...1.
    public var weight: Double
    /// How often the talk has it, titles weighted.
    public var count: Double
  }

  private let frequencies: TermFrequencies
  private let vocabulary: Vocabulary
  private let weighting: TFIDF

  /// Counts the talks' terms.
  ///
  /// Inverse document frequencies are those of `vocabulary`, or of the talks
  /// themselves where it is nil.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text, ``VocabularyError`` when no
  ///   talk has a word.
  public init(
    talks: [Talk], tokenizer: Tokenizer, settings: FeatureSettings,
    vocabulary: Vocabulary? = nil
  ) throws {
    frequencies = try TermFrequencies(
      talks: talks, counter: TermCounter(tokenizer: tokenizer, settings: settings))
    weighting = TFIDF(sublinear: settings.sublinear)
    self.vocabulary =
      try vocabulary
      ?? Vocabulary(
        learningFrom: frequencies, rows: Array(talks.indices), settings: settings)
  }

  /// The heaviest terms of a talk, heaviest first; ties by the term.
  public func top(_ count: Int, ofTalk index: Int) -> [Keyword] {
    let matrix = weighting.matrix(of: frequencies, rows: [index], vocabulary: vocabulary)
    let counts = frequencies.counts(ofTalk: index)
    let keywords = matrix.entries(ofRow: 0).map { entry in
      let term = vocabulary.terms[Int(matrix.columns[entry])]
      return Keyword(term: term, weight: matrix.values[entry], count: counts[term] ?? 0)
    }
    return Array(
      keywords.sorted { one, other in
        if one.weight != other.weight { return one.weight > other.weight }
        return one.term.text.utf8.lexicographicallyPrecedes(other.term.text.utf8)
      }.prefix(count))
  }
}
