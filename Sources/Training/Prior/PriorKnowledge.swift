internal import Features
public import Talks
public import Tokenization

/// What is known of terms before the first label.
///
/// Immutable, shared by all workers.
public struct PriorKnowledge: Sendable {
  /// Terms that stay whole, some with a pole they speak for.
  public let lexicon: Lexicon
  /// Which words are alike, or nil.
  public let vectors: WordVectors?
  /// Talks without labels that terms were learned from.
  public private(set) var unlabelledCount = 0
  /// Which terms occur together in talks without labels, or nil without any.
  private(set) var semantics: LatentSemantics?
  /// Features of words that ``vectors`` lacks, from their contexts in those talks.
  private var contextVectors: [String: [Float]] = [:]
  /// What a model sees of ``vectors``.
  private let features: VectorFeatures?

  /// Words taken into a model's vocabulary from the vectors at most, the most
  /// frequent first: talks to come have words that no training talk had.
  public static let maximumVectorWords = 40_000

  /// Creates prior knowledge.
  public init(lexicon: Lexicon = Lexicon(), vectors: WordVectors? = nil) {
    self.lexicon = lexicon
    self.vectors = vectors
    features = vectors.map(VectorFeatures.init)
  }

  /// Creates prior knowledge with what talks without labels say of terms: which occur
  /// together, and where among the vectors the words stand that have none.
  ///
  /// Only texts are used, never labels. So these talks may be among those that are
  /// trained on or judged later: then a figure holds for talks whose texts were at hand
  /// when the model was trained (transductive learning), and no label has leaked.
  ///
  /// - Throws: ``TrainingError/icu(_:)`` when ICU refuses a text.
  public init(
    lexicon: Lexicon = Lexicon(), vectors: WordVectors? = nil, unlabelled talks: [Talk],
    settings: TrainingSettings
  ) throws(TrainingError) {
    self.init(lexicon: lexicon, vectors: vectors)
    guard !talks.isEmpty else { return }
    unlabelledCount = talks.count
    do throws(ICUError) {
      let tokenizer = try Tokenizer(settings: settings.tokenization, lexicon: lexicon)
      semantics = try LatentSemantics(
        talks, tokenizer: tokenizer, features: settings.features, seed: settings.seed)
      if let vectors, let features {
        contextVectors = try ContextVectors(
          talks, tokenizer: tokenizer, dimension: vectors.dimension,
          vector: { vectors[$0].map(features.centered) }
        ).vectors.mapValues(features.of(centered:))
      }
    } catch {
      throw .icu(error)
    }
  }

  /// How many numbers ``factor(of:)`` gives.
  var dimension: Int { features?.dimension ?? 0 }

  /// A term's row of V: the features of its vector (``VectorFeatures``).
  ///
  /// A term of several words without a vector of its own takes the mean of theirs, and
  /// one without those what its contexts in talks without labels say
  /// (``ContextVectors``). Nil when no vector is known, and for pairs and fragments, whose
  /// words speak for themselves.
  func factor(of term: Term) -> [Float]? {
    guard let vectors, let features, term.kind == .word || term.kind == .keyword else {
      return nil
    }
    if let vector = vectors[term.text] { return features(vector) }
    let parts = term.text.split(separator: " ")
    let known = parts.compactMap { vectors[String($0)] }
    guard parts.count > 1, known.count == parts.count else { return contextVectors[term.text] }
    var mean = [Float](repeating: 0, count: features.dimension)
    for vector in known {
      for (index, value) in features(vector).enumerated() {
        mean[index] += value / Float(known.count)
      }
    }
    return mean
  }

  /// Terms worth a place in a model although no training talk has them.
  func unseenTerms() throws(ICUError) -> [Term] {
    var terms: [Term] = []
    for entry in lexicon.entries {
      let text = String(decoding: try Tokenizer.normalized(entry.term), as: UTF16.self)
      terms.append(Term(text: text, kind: .keyword))
    }
    terms += semantics?.terms ?? []
    let words = (vectors?.words.prefix(Self.maximumVectorWords) ?? [])
    for word in contextVectors.keys.sorted() + words { terms.append(Term(text: word, kind: .word)) }
    return terms
  }

  /// The lexicon's hints for an axis by normalized term: what a strength of 1 adds
  /// to the weight of each linear output.
  func means(axis: Axis) throws(ICUError) -> [String: [Double]] {
    var means: [String: [Double]] = [:]
    for entry in lexicon.entries {
      for hint in entry.hints where hint.axis == axis.id {
        guard let pole = axis.index(ofPole: hint.pole) else { continue }
        let text = String(decoding: try Tokenizer.normalized(entry.term), as: UTF16.self)
        var mean = means[text] ?? [Double](repeating: 0, count: axis.outputCount)
        if axis.outputCount == 1 {
          mean[0] += pole == 1 ? hint.weight : -hint.weight
        } else {
          mean[pole] += hint.weight
        }
        means[text] = mean
      }
    }
    return means
  }
}
