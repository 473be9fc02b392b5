/// What decides a talk's features, given its tokens.
///
/// Part of a model: training and scoring must count alike.
public struct FeatureSettings: Sendable, Equatable, Codable {
  /// Whether pairs of neighbouring words are features beside single words.
  public var usesPairs: Bool
  /// Whether two or three neighbouring characters are features too.
  ///
  /// They tell what an unknown word has in common with known ones, and how sentences
  /// end. Of more than ``maximumFragmentTalks`` training talks they are not counted:
  /// so many know the words, and a model without fragments scores faster. No model of
  /// format 1 has them.
  public var usesFragments: Bool
  /// Whether a count enters as 1 + ln(count) instead of itself.
  public var sublinear: Bool
  /// How many times each token of a title counts.
  public var titleWeight: Double
  /// Talks that must contain a word for it to be a feature; a lexicon entry needs
  /// one, a pair or fragment at least two.
  public var minimumDocumentFrequency: Int
  /// Features at most; those in the most talks stay.
  public var maximumVocabulary: Int

  /// Training talks up to which fragments are counted.
  public static let maximumFragmentTalks = 5_000

  /// Creates settings; the defaults are plain words and pairs.
  public init(
    usesPairs: Bool = true, usesFragments: Bool = false, sublinear: Bool = true,
    titleWeight: Double = 3, minimumDocumentFrequency: Int = 2,
    maximumVocabulary: Int = 100_000
  ) {
    self.usesPairs = usesPairs
    self.usesFragments = usesFragments
    self.sublinear = sublinear
    self.titleWeight = titleWeight
    self.minimumDocumentFrequency = minimumDocumentFrequency
    self.maximumVocabulary = maximumVocabulary
  }

  /// Reads settings; those of format 1 say nothing of fragments and have none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    usesPairs = try container.decode(Bool.self, forKey: .usesPairs)
    usesFragments = try container.decodeIfPresent(Bool.self, forKey: .usesFragments) ?? false
    sublinear = try container.decode(Bool.self, forKey: .sublinear)
    titleWeight = try container.decode(Double.self, forKey: .titleWeight)
    minimumDocumentFrequency = try container.decode(Int.self, forKey: .minimumDocumentFrequency)
    maximumVocabulary = try container.decode(Int.self, forKey: .maximumVocabulary)
  }

  /// What does well on corpora of any kind and size: fragments too, and words that
  /// only one training talk has (`Benchmarks/peers/compare.py`).
  public static let recommended = FeatureSettings(
    usesFragments: true, minimumDocumentFrequency: 1, maximumVocabulary: 200_000)

  /// How many talks must have a term of a kind.
  func minimumDocumentFrequency(of kind: Term.Kind) -> Int {
    switch kind {
    case .keyword: 1
    case .word: max(1, minimumDocumentFrequency)
    case .pair, .fragment: max(2, minimumDocumentFrequency)
    }
  }
}
