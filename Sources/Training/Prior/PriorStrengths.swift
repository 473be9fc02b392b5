internal import Features
internal import Glibc

/// How much is believed before the first label.
///
/// The weights of an axis are Gaussian with mean lexicon · μ and covariance
/// D² + vectors² · VVᵀ + unlabelled² · UUᵀ: μ from the lexicon's poles, V from word
/// vectors, U from talks without labels (`LatentSemantics`), D diagonal with
/// √(1 + (common / idf)²) for a word and the strengths of pairs and fragments for those:
/// the root gives back to words that many talks have what TF-IDF took from them, where
/// they tell poles apart. A strength of 0 turns its source off; pairs
/// and fragments at 1 and the others at 0 is plain logistic regression.
public struct PriorStrengths: Sendable, Equatable, Codable {
  /// What a lexicon hint of weight 1 adds to its term's weight.
  public var lexicon: Double
  /// How far terms with like vectors share their weight.
  public var vectors: Double
  /// How far terms that occur together in talks without labels share their weight.
  public var unlabelled: Double
  /// How large the weights of pairs are beside those of words.
  public var pairs: Double
  /// How large the weights of fragments are beside those of words.
  public var fragments: Double
  /// How much larger the weights of common words may be than their share in TF-IDF.
  public var common: Double

  /// Creates strengths.
  public init(
    lexicon: Double = 0, vectors: Double = 0, unlabelled: Double = 0, pairs: Double = 1,
    fragments: Double = 0.25, common: Double = 0
  ) {
    self.lexicon = lexicon
    self.vectors = vectors
    self.unlabelled = unlabelled
    self.pairs = pairs
    self.fragments = fragments
    self.common = common
  }

  /// Of the sources that say which terms are alike: word vectors, talks without labels.
  var factors: [Double] { [vectors, unlabelled] }

  /// The diagonal of D for a term.
  func deviation(of kind: Term.Kind, inverseDocumentFrequency: Double) -> Double {
    switch kind {
    case .word, .keyword: common == 0 ? 1 : hypot(1, common / inverseDocumentFrequency)
    case .pair: pairs
    case .fragment: fragments
    }
  }
}
