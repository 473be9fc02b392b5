public import Talks
public import Tokenization

/// Turns a talk into its TF-IDF vector over a fixed vocabulary.
///
/// Immutable, shared by all workers; the memory that changes is a
/// ``FeatureScratch``.
public struct FeatureExtractor: Sendable {
  /// How text becomes tokens.
  public let tokenizer: Tokenizer
  /// The known terms.
  public let vocabulary: Vocabulary
  /// How tokens become counts.
  public let settings: FeatureSettings
  let weighting: TFIDF

  /// Creates an extractor.
  public init(tokenizer: Tokenizer, vocabulary: Vocabulary, settings: FeatureSettings) {
    self.tokenizer = tokenizer
    self.vocabulary = vocabulary
    self.settings = settings
    weighting = TFIDF(sublinear: settings.sublinear)
  }

  /// Leaves the talk's vector in `scratch`.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func extract(_ talk: Talk, into scratch: inout FeatureScratch) throws(ICUError) {
    scratch.beginTalk(termCount: vocabulary.count)
    if settings.titleWeight > 0 {
      try count(talk.title, weight: settings.titleWeight, &scratch)
    }
    for slide in talk.slides { try count(slide.text, weight: 1, &scratch) }
    scratch.finishTalk(vocabulary: vocabulary, weighting: weighting)
  }

  private func count(
    _ text: String, weight: Double, _ scratch: inout FeatureScratch
  ) throws(ICUError) {
    var tally = scratch.takeTally()
    try tokenizer.tokenize(text, scratch: &scratch.tokenization, keepsPlaces: false) { block in
      TermWalk.forEachTerm(in: block, settings: settings) { hash, kind, _ in
        tally.note(hash, isToken: kind == .word || kind == .keyword)
      }
      tally.addNoted(weight, vocabulary)
    }
    scratch.returnTally(tally)
  }
}
