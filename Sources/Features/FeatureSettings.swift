/// What decides a talk's features, given its tokens.
///
/// Part of a model: training and scoring must count alike.
public struct FeatureSettings: Sendable, Equatable, Codable {
  /// Whether pairs of neighbouring words are features beside single words.
  public var usesPairs: Bool
  /// Whether a count enters as 1 + ln(count) instead of itself.
  public var sublinear: Bool
  /// How many times each token of a title counts.
  public var titleWeight: Double
  /// Talks that must contain a word or pair for it to be a feature; a lexicon entry
  /// needs one.
  public var minimumDocumentFrequency: Int
  /// Features at most; those in the most talks stay.
  public var maximumVocabulary: Int

  /// Creates settings; the defaults are those of the shipped model.
  public init(
    usesPairs: Bool = true, sublinear: Bool = true, titleWeight: Double = 3,
    minimumDocumentFrequency: Int = 2, maximumVocabulary: Int = 100_000
  ) {
    self.usesPairs = usesPairs
    self.sublinear = sublinear
    self.titleWeight = titleWeight
    self.minimumDocumentFrequency = minimumDocumentFrequency
    self.maximumVocabulary = maximumVocabulary
  }
}
