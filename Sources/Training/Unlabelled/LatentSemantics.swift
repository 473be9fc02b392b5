internal import Features
internal import Talks
internal import Tokenization

/// Which terms occur together in talks without labels: latent semantic analysis.
///
/// U holds the right singular vectors of the talks' TF-IDF rows, a row a term: terms of
/// the same talks have like rows. Words and lexicon entries that two talks have take
/// part, at most ``maximumTerms``; pairs and fragments do not, since they follow from
/// the words.
///
/// - SeeAlso: Deerwester, Dumais, Furnas, Landauer and Harshman, "Indexing by latent
///   semantic analysis", *JASIS* 41, 1990.
struct LatentSemantics: Sendable {
  /// Terms with a row, in the order of a vocabulary.
  let terms: [Term]
  /// Numbers a row has; 0 when the talks have no term in common.
  let dimension: Int
  /// U, row-major.
  private let values: [Float]
  private let positions: [Term: Int]

  /// Singular vectors at most.
  ///
  /// Half as many as talks, if that is fewer: with all of them UUᵀ would know nothing but
  /// which terms the talks have.
  static let maximumDimension = 150
  /// Terms at most, those in the most talks first.
  static let maximumTerms = 40_000

  /// Analyses talks.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  init(
    _ talks: [Talk], tokenizer: Tokenizer, features: FeatureSettings, seed: UInt64
  ) throws(ICUError) {
    var features = features
    features.usesPairs = false
    features.usesFragments = false
    features.minimumDocumentFrequency = max(2, features.minimumDocumentFrequency)
    features.maximumVocabulary = min(features.maximumVocabulary, Self.maximumTerms)
    let frequencies = try TermFrequencies(
      talks: talks, counter: TermCounter(tokenizer: tokenizer, settings: features))
    let rows = Array(talks.indices)
    // Talks without a word in common are no error: nothing is known of them.
    guard
      let vocabulary = try? Vocabulary(
        learningFrom: frequencies, rows: rows, settings: features)
    else {
      (terms, dimension, values, positions) = ([], 0, [], [:])
      return
    }
    let analysis = TruncatedSVD(
      TFIDF(sublinear: features.sublinear).matrix(
        of: frequencies, rows: rows, vocabulary: vocabulary),
      rank: min(Self.maximumDimension, talks.count / 2), seed: seed)
    terms = vocabulary.terms
    dimension = analysis.values.count
    values = analysis.rightVectors.map { Float($0) }
    positions = Dictionary(uniqueKeysWithValues: vocabulary.terms.enumerated().map { ($1, $0) })
  }

  /// A term's row of U, or nil.
  func factor(of term: Term) -> [Float]? {
    guard dimension > 0, let position = positions[term] else { return nil }
    return Array(values[position * dimension..<(position + 1) * dimension])
  }
}
