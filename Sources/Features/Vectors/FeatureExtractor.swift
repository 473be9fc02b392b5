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
  /// Nil where fragments are no terms.
  private let fragments: FragmentTable?

  /// Creates an extractor.
  public init(tokenizer: Tokenizer, vocabulary: Vocabulary, settings: FeatureSettings) {
    self.tokenizer = tokenizer
    self.vocabulary = vocabulary
    self.settings = settings
    weighting = TFIDF(sublinear: settings.sublinear)
    fragments = settings.usesFragments ? FragmentTable(vocabulary.hashes) : nil
  }

  /// Names looked up at once at least, unless a talk has fewer: enough that waits for
  /// memory overlap, few enough to stay in the nearest caches.
  private static let batchSize = 1024

  /// Leaves the talk's vector in `scratch`.
  ///
  /// Memory does not grow with the talk.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func extract(_ talk: Talk, into scratch: inout FeatureScratch) throws(ICUError) {
    scratch.beginTalk(termCount: vocabulary.count)
    if settings.titleWeight > 0 {
      try addTerms(of: talk.title, weight: settings.titleWeight, &scratch)
      count(weight: settings.titleWeight, &scratch)
    }
    for slide in talk.slides { try addTerms(of: slide.text, weight: 1, &scratch) }
    count(weight: 1, &scratch)
    scratch.finishTalk(weighting: weighting, vocabulary)
  }

  /// Names the words and pairs of a text, and counts them once there are enough; with
  /// fragments at once, so that the fragments of a block come after its words.
  private func addTerms(
    of text: String, weight: Double, _ scratch: inout FeatureScratch
  ) throws(ICUError) {
    var cutter = BlockCutter()
    while try tokenizer.addTermNames(
      of: text, from: &cutter, usesPairs: settings.usesPairs, scratch: &scratch.tokenization)
    {
      if let fragments {
        count(weight: weight, &scratch)
        fragments.find(in: scratch.tokenization, into: &scratch.found)
        scratch.tally.add(scratch.found, weight: weight)
      } else if scratch.tokenization.names.count >= Self.batchSize {
        count(weight: weight, &scratch)
      }
    }
  }

  private func count(weight: Double, _ scratch: inout FeatureScratch) {
    vocabulary.find(scratch.tokenization.names, into: &scratch.found)
    scratch.tally.addWords(
      scratch.tokenization.names.wordCount, known: scratch.found.wordCount)
    scratch.tally.add(scratch.found, weight: weight)
    scratch.tokenization.names.removeAll()
  }
}
