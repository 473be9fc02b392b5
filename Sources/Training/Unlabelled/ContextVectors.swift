internal import Glibc
internal import Talks
internal import Tokenization

/// Vectors for words that word vectors lack, from what stands around them in talks
/// without labels: "à la carte" embedding.
///
/// With c the mean vector of a word's contexts (``WordContexts``), the word's vector is
/// T·c. T is learned on the words that have a vector v: it minimizes
/// Σ ln(1 + count)·‖T·c − v‖² + λ‖T‖², with the λ that does best on every fifth of
/// these words, held out. Contexts hold mostly words that any word has around it; T
/// takes these directions off.
///
/// - SeeAlso: Khodak, Saunshi, Liang, Ma, Stewart and Arora, "A la carte embedding:
///   cheap but effective induction of semantic feature vectors", ACL 2018.
struct ContextVectors: Sendable {
  /// The vector of each word that got one.
  private(set) var vectors: [String: [Float]] = [:]

  /// Occurrences that a word needs.
  static let minimumCount = 3
  /// Words that T is learned on at most, the most frequent first.
  static let maximumKnownWords = 20_000
  /// Candidates for λ, in shares of the mean diagonal of Σ c·cᵀ.
  static let ridges = [0.01, 0.1, 1, 10]

  /// Learns from talks; `vector` gives the centered vectors of words that have one.
  ///
  /// Without at least as many known words as numbers a vector has, no word gets one: a
  /// transform of so few would say more of them than of words to come.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  init(
    _ talks: [Talk], tokenizer: Tokenizer, dimension: Int, vector: (String) -> [Float]?
  ) throws(ICUError) {
    let contexts = try WordContexts(talks, tokenizer: tokenizer)
    let words = contexts.words
    let known = words.map { vector($0.text) }
    let ranked = words.indices.filter { known[$0] != nil }
      .sorted { words[$0].count == words[$1].count ? $0 < $1 : words[$0].count > words[$1].count }
      .prefix(Self.maximumKnownWords)
    var isWanted = words.indices.map { known[$0] == nil && words[$0].count >= Self.minimumCount }
    for word in ranked { isWanted[word] = true }
    let means = contexts.means(of: isWanted, vectors: known, dimension: dimension)
    let examples = ranked.compactMap { word -> ContextTransform.Example? in
      guard let mean = means[word], let vector = known[word] else { return nil }
      return ContextTransform.Example(
        context: mean, vector: vector.map { Double($0) },
        weight: log(1 + Double(words[word].count)))
    }
    guard examples.count >= dimension,
      let transform = ContextTransform(examples, dimension: dimension, ridges: Self.ridges)
    else { return }
    for word in words.indices where known[word] == nil {
      guard let mean = means[word] else { continue }
      vectors[words[word].text] = transform.applied(to: mean).map { Float($0) }
    }
  }
}
