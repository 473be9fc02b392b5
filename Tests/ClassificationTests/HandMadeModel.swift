import Classification
import Features
import Talks
import Tokenization

/// A model small enough to be worked out on paper.
///
/// Three terms; weights and intercepts are sums of powers of two, so that single
/// precision holds them exactly:
///
/// | term | idf | depth | scope |
/// | --- | --- | --- | --- |
/// | kernel | 1 | 0.5 | -1.25 |
/// | kernel team | 4 | 0.75 | -0.5 |
/// | team | 2 | -1.25 | 0.5 |
/// | intercept | | 0.25 | -0.125 |
enum HandMadeModel {
  static let terms = [
    Term(text: "kernel", kind: .word), Term(text: "kernel team", kind: .pair),
    Term(text: "team", kind: .word),
  ]

  static let hashes: [UInt64] = {
    let (kernel, team) = (TermHash.word("kernel"), TermHash.word("team"))
    return [kernel, TermHash.pair(kernel, team), team]
  }()

  static let values: [Float] = [0.5, -1.25, 0.75, -0.5, -1.25, 0.5]
  static let intercepts: [Float] = [0.25, -0.125]

  static let provenance = Provenance(
    talkCount: 2, trainingDataHash: "made by hand", icuVersion: "0", unicodeVersion: "0", seed: 7,
    classWeighting: "none", solver: "paper and pencil",
    validation: "none",
    axes: [.init(axis: "depth", labelled: [1, 1], solverSteps: 0, accuracy: 0.5)])

  static func make(
    scheme: Scheme = .standard, values: [Float] = values, intercepts: [Float] = intercepts,
    sublinear: Bool = false, titleWeight: Double = 3, lexicon: Lexicon = Lexicon()
  ) throws -> Model {
    try Model(
      scheme: scheme, tokenization: TokenizationSettings(), lexicon: lexicon,
      features: FeatureSettings(sublinear: sublinear, titleWeight: titleWeight),
      vocabulary: Vocabulary(
        terms: terms, hashes: hashes, inverseDocumentFrequencies: [1, 4, 2]),
      weights: LinearWeights(values: values, intercepts: intercepts), provenance: provenance)
  }

  static func classifier(
    sublinear: Bool = false, titleWeight: Double = 3, lexicon: Lexicon = Lexicon()
  ) throws -> Classifier {
    try Classifier(
      model: make(sublinear: sublinear, titleWeight: titleWeight, lexicon: lexicon),
      modelHash: "hash")
  }

  /// An axis whose poles have ids alone.
  static func axis(_ id: String, _ poles: [String]) -> Axis {
    Axis(id: id, name: id, poles: poles.map { Pole(id: $0, name: $0) })
  }
}
