public import Features
public import Talks
public import Tokenization

/// Places talks by a model.
///
/// Immutable, shared by all workers; the memory that changes is a
/// ``ClassifierScratch``. The same talk gives the same prediction bit for bit,
/// whatever other talks were placed before or beside it.
public struct Classifier: Sendable {
  /// The model in force.
  public let model: Model
  /// The model's hash, echoed in predictions; empty for one never stored.
  public let modelHash: String
  /// How a talk becomes a vector.
  public let extractor: FeatureExtractor
  /// The id of each quadrant in the order of ``Scheme/cells``; empty without quadrants.
  private let cellIDs: [String]
  /// The probability below which each axis is undecided; 0 decides always, more than 1
  /// never.
  public var minimumProbabilities: [Double]

  /// The same for all axes; reading gives the largest.
  public var minimumProbability: Double {
    get { minimumProbabilities.max() ?? 0 }
    set { minimumProbabilities = minimumProbabilities.map { _ in newValue } }
  }

  /// Below this share of known words a prediction carries a warning.
  public static let fewKnownTermsShare = 0.2

  /// Prepares a model for scoring.
  ///
  /// - Throws: ``ICUError`` when ICU lacks its normalization data.
  public init(model: Model, modelHash: String = "") throws(ICUError) {
    self.model = model
    self.modelHash = modelHash
    let scheme = model.scheme
    cellIDs = scheme.axes.count == 2 ? scheme.cells.map { scheme.cellID($0) } : []
    minimumProbabilities = model.scheme.axes.map { _ in 0 }
    let tokenizer = try Tokenizer(settings: model.tokenization, lexicon: model.lexicon)
    extractor = FeatureExtractor(
      tokenizer: tokenizer, vocabulary: model.vocabulary, settings: model.features)
  }

  /// Places one talk.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func prediction(
    for talk: Talk, scratch: inout ClassifierScratch
  ) throws(ICUError) -> Prediction {
    try extractor.extract(talk, into: &scratch.features)
    scratch.score(model.weights)
    return prediction(for: talk, scratch: scratch)
  }

  /// The prediction from the scores left in `scratch`.
  func prediction(for talk: Talk, scratch: borrowing ClassifierScratch) -> Prediction {
    let axes = model.scheme.axes
    var cell = 0
    var places: [Prediction.AxisPlace] = []
    places.reserveCapacity(axes.count)
    var undecided: [String] = []
    var output = 0
    for (index, axis) in axes.enumerated() {
      let outputs = scratch.scores[output..<output + axis.outputCount]
      output += axis.outputCount
      let probabilities = Probabilities.ofPoles(outputs)
      // A tie goes to the first pole, the one at the origin.
      var pole = 0
      for index in probabilities.indices where probabilities[index] > probabilities[pole] {
        pole = index
      }
      cell = cell * axis.poles.count + pole
      let score = outputs[outputs.startIndex + (outputs.count == 1 ? 0 : pole)]
      places.append(
        .init(
          axis: axis.id, pole: axis.poles[pole].id, probability: probabilities[pole],
          score: score, probabilities: probabilities))
      if index < minimumProbabilities.count, probabilities[pole] < minimumProbabilities[index] {
        undecided.append(axis.id)
      }
    }
    return Prediction(
      id: talk.id, title: talk.title, axes: places,
      quadrant: axes.count == 2 && undecided.isEmpty ? cellIDs[cell] : nil,
      undecided: undecided, knownTermShare: scratch.features.knownTermShare,
      warnings: warnings(for: talk, scratch.features))
  }

  private func warnings(
    for talk: Talk, _ features: borrowing FeatureScratch
  ) -> [Prediction.Warning] {
    if features.tokenCount == 0 { return [.noText] }
    var warnings: [Prediction.Warning] = []
    if features.knownTokenCount == 0 {
      warnings.append(.noKnownTerms)
    } else if features.knownTermShare < Self.fewKnownTermsShare {
      warnings.append(.fewKnownTerms)
    }
    if talk.slides.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) {
      warnings.append(.titleOnly)
    }
    return warnings
  }
}
