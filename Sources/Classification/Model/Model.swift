public import Features
public import Talks
public import Tokenization

/// Everything needed to place a talk: made by training, never changed.
///
/// Axes keep the order of the scheme. Linear outputs stand in that order too: one
/// for an axis of two poles (positive means the second pole), one a pole for an
/// axis of more.
public struct Model: Sendable {
  /// The axes.
  public let scheme: Scheme
  /// How text becomes tokens.
  public let tokenization: TokenizationSettings
  /// Terms kept whole.
  public let lexicon: Lexicon
  /// How tokens become counts.
  public let features: FeatureSettings
  /// The known terms.
  public let vocabulary: Vocabulary
  /// The linear function of each output.
  public let weights: LinearWeights
  /// Where the model comes from.
  public private(set) var provenance: Provenance

  /// Creates a model.
  ///
  /// - Throws: ``ModelError/shapesDiffer(what:expected:found:)`` when the parts do
  ///   not fit together.
  public init(
    scheme: Scheme, tokenization: TokenizationSettings, lexicon: Lexicon,
    features: FeatureSettings, vocabulary: Vocabulary, weights: LinearWeights,
    provenance: Provenance
  ) throws(ModelError) {
    guard weights.termCount == vocabulary.count else {
      throw .shapesDiffer(
        what: "terms with weights", expected: vocabulary.count, found: weights.termCount)
    }
    guard weights.outputCount == scheme.outputCount else {
      throw .shapesDiffer(
        what: "linear outputs", expected: scheme.outputCount, found: weights.outputCount)
    }
    self.scheme = scheme
    self.tokenization = tokenization
    self.lexicon = lexicon
    self.features = features
    self.vocabulary = vocabulary
    self.weights = weights
    self.provenance = provenance
  }

  /// The same model with another account of where it comes from.
  public func with(_ provenance: Provenance) -> Model {
    var model = self
    model.provenance = provenance
    return model
  }

  /// The outputs of an axis, as positions among all outputs.
  public func outputs(ofAxis index: Int) -> Range<Int> {
    let start = scheme.axes[..<index].reduce(0) { $0 + $1.outputCount }
    return start..<start + scheme.axes[index].outputCount
  }
}
