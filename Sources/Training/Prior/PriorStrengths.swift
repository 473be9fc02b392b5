/// How much is believed before the first label.
///
/// The weights of an axis are Gaussian with mean lexicon · μ and covariance
/// I + vectors² · VVᵀ: μ from the lexicon's poles, V from word vectors. A strength
/// of 0 turns its source off; all at 0 is plain logistic regression.
public struct PriorStrengths: Sendable, Equatable, Codable {
  /// What a lexicon hint of weight 1 adds to its term's weight.
  public var lexicon: Double
  /// How far terms with like vectors share their weight.
  public var vectors: Double

  /// Creates strengths.
  public init(lexicon: Double = 0, vectors: Double = 0) {
    self.lexicon = lexicon
    self.vectors = vectors
  }
}
