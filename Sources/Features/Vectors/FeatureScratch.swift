public import Tokenization

/// A worker's memory for feature extraction, and the vector extracted last.
///
/// Not thread-safe: one for each worker.
public struct FeatureScratch: ~Copyable {
  /// Memory for tokenization.
  public var tokenization: TokenizationScratch
  /// The terms of the last talk, in the order it first used them.
  public private(set) var columns: [Int32] = []
  /// Their TF-IDF weights, scaled to unit L2 norm.
  public private(set) var values: [Double] = []
  /// Words the last talk had after stop words were dropped.
  public private(set) var tokenCount = 0
  /// How many of them the vocabulary knows.
  public private(set) var knownTokenCount = 0
  var tally = TermTally()
  var found = FoundTerms()

  /// Opens a worker's memory.
  ///
  /// - Throws: ``ICUError`` when ICU lacks its Japanese data.
  public init() throws(ICUError) { tokenization = try TokenizationScratch() }

  /// The share of the last talk's words that the vocabulary knows, in 0...1.
  public var knownTermShare: Double {
    tokenCount == 0 ? 0 : Double(knownTokenCount) / Double(tokenCount)
  }

  mutating func beginTalk(termCount: Int) {
    tokenization.names.removeAll()
    tally.begin(termCount: termCount)
  }

  mutating func finishTalk(weighting: TFIDF, _ vocabulary: Vocabulary) {
    tokenCount = tally.tokenCount
    knownTokenCount = tally.knownTokenCount
    tally.takeVector(weighting, vocabulary, columns: &columns, values: &values)
  }
}
