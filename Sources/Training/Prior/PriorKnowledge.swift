internal import Features
internal import Talks
public import Tokenization

/// What is known of terms before the first label.
///
/// Immutable, shared by all workers.
public struct PriorKnowledge: Sendable {
  /// Terms that stay whole, some with a pole they speak for.
  public let lexicon: Lexicon
  /// Which words are alike, or nil.
  public let vectors: WordVectors?
  /// The mean of all word vectors, taken off each: it says nothing about any word,
  /// and would make long talks unlike short ones.
  private let center: [Float]

  /// Words taken into a model's vocabulary from the vectors at most, the most
  /// frequent first: talks to come have words that no training talk had.
  public static let maximumVectorWords = 40_000

  /// Creates prior knowledge.
  public init(lexicon: Lexicon = Lexicon(), vectors: WordVectors? = nil) {
    self.lexicon = lexicon
    self.vectors = vectors
    center = vectors.map(Self.meanVector) ?? []
  }

  private static func meanVector(_ vectors: WordVectors) -> [Float] {
    var sum = [Double](repeating: 0, count: vectors.dimension)
    let rowCount = vectors.values.count / vectors.dimension
    for row in 0..<rowCount {
      for index in 0..<vectors.dimension {
        sum[index] += Double(vectors.values[row * vectors.dimension + index])
      }
    }
    return sum.map { Float($0 / Double(max(1, rowCount))) }
  }

  /// How many numbers ``factor(of:)`` gives.
  var dimension: Int { vectors?.dimension ?? 0 }

  /// A term's row of V, its centered vector.
  ///
  /// A term of several words without a vector of its own takes the mean of theirs.
  /// Nil when no vector is known, and for pairs and fragments, whose words speak for
  /// themselves.
  func factor(of term: Term) -> [Float]? {
    guard let vectors, term.kind == .word || term.kind == .keyword else { return nil }
    if let vector = vectors[term.text] { return centered(vector) }
    let parts = term.text.split(separator: " ")
    guard parts.count > 1 else { return nil }
    let known = parts.compactMap { vectors[String($0)] }
    guard known.count == parts.count else { return nil }
    var mean = [Float](repeating: 0, count: vectors.dimension)
    for vector in known {
      for (index, value) in centered(vector).enumerated() {
        mean[index] += value / Float(known.count)
      }
    }
    return mean
  }

  private func centered(_ vector: ArraySlice<Float>) -> [Float] {
    zip(vector, center).map { $0 - $1 }
  }

  /// Terms worth a place in a model although no training talk has them.
  func unseenTerms() throws(ICUError) -> [Term] {
    var terms: [Term] = []
    for entry in lexicon.entries {
      let text = String(decoding: try Tokenizer.normalized(entry.term), as: UTF16.self)
      terms.append(Term(text: text, kind: .keyword))
    }
    return terms
      + (vectors?.words.prefix(Self.maximumVectorWords) ?? []).map { Term(text: $0, kind: .word) }
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
