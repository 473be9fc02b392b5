import Classification
import Features
import Talks
import Tokenization

/// Small values made by hand, so that writers are tested without training.
enum HandMade {
  /// One axis of five poles.
  static let fivePoles = scheme([("kind", 5)])
  /// Three axes, of two, three and two poles.
  static let threeAxes = scheme([("one", 2), ("two", 3), ("three", 2)])

  static func scheme(_ axes: [(id: String, poles: Int)], name: String = "") -> Scheme {
    var scheme = Scheme.standard
    scheme.axes = axes.map { axis in
      Axis(
        id: axis.id, name: "軸\(axis.id)\(name)",
        poles: (1...axis.poles).map { Pole(id: "p\($0)", name: "極\($0)\(name)") })
    }
    return scheme
  }

  /// A prediction of the first pole of each axis, or of the poles given.
  static func prediction(
    id: String = "a", title: String = "題", scheme: Scheme = .standard, cell: [Int] = [],
    warnings: [Prediction.Warning] = []
  ) -> Prediction {
    let poles = cell.isEmpty ? scheme.axes.map { _ in 0 } : cell
    let places = zip(scheme.axes, poles).map { axis, pole in
      Prediction.AxisPlace(
        axis: axis.id, pole: axis.poles[pole].id, probability: 0.75, score: -1.5,
        probabilities: axis.poles.indices.map { $0 == pole ? 0.75 : 0.25 })
    }
    return Prediction(
      id: id, title: title, axes: places,
      quadrant: scheme.axes.count == 2 ? scheme.cellID(poles) : nil, knownTermShare: 0.5,
      warnings: warnings)
  }

  /// A classifier that knows one word.
  static func classifier(_ scheme: Scheme = .standard) throws -> Classifier {
    let model = try Model(
      scheme: scheme, tokenization: TokenizationSettings(), lexicon: Lexicon(),
      features: FeatureSettings(),
      vocabulary: Vocabulary(
        terms: [Term(text: "監視", kind: .word)], hashes: [1], inverseDocumentFrequencies: [1]),
      weights: LinearWeights(
        values: (0..<scheme.outputCount).map { Float($0) - 0.5 },
        intercepts: [Float](repeating: 0, count: scheme.outputCount)),
      provenance: Provenance(
        talkCount: 2, trainingDataHash: String(repeating: "ab", count: 32), icuVersion: "0",
        unicodeVersion: "0", seed: 7, classWeighting: "none",
        solver: "by hand"))
    return try Classifier(model: model, modelHash: "0123456789abcdef")
  }
}
