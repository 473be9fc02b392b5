public import Classification
public import Evaluation
internal import Talks
public import Tokenization
public import Training

/// Which labels to look at again, and which talks to label next.
public struct Review: Sendable {
  /// A label that the rest of the talks doubts.
  public struct Doubt: Sendable, Equatable {
    /// The talk.
    public var id: String
    /// Its title.
    public var title: String
    /// The axis id.
    public var axis: String
    /// The pole its label gives.
    public var label: String
    /// The pole the other talks suggest.
    public var suggested: String
    /// The probability of the label by models that had not seen the talk.
    public var probability: Double
  }

  /// A talk without a label whose label would teach much.
  public struct Candidate: Sendable, Equatable {
    /// The talk.
    public var id: String
    /// Its title.
    public var title: String
    /// Its mean entropy over the axes without label, in bits.
    public var uncertainty: Double
    /// How unlike the candidates before it it is, in 0...1.
    public var novelty: Double
    /// The axes it has no label on.
    public var axes: [String]
  }

  /// Labels by falling doubt; only those the other talks would change.
  public let doubts: [Doubt]
  /// Unlabelled talks in the order to label them.
  public let candidates: [Candidate]

  /// Ranks labels and talks.
  ///
  /// Candidates are chosen one after the other for the greatest product of
  /// uncertainty and distance (1 - cosine of TF-IDF vectors) to those chosen before:
  /// the doubtful first, and never the same doubt twice.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public init(
    outOfFold: OutOfFold, labelled: LabelledTalks, model: Model, candidateCount: Int
  ) throws(ICUError) {
    let scheme = labelled.scheme
    doubts = outOfFold.judgements.compactMap { judgement in
      let axis = scheme.axes[judgement.axis]
      let talk = labelled.talks[judgement.talk]
      let best = judgement.probabilities.indices.reduce(0) {
        judgement.probabilities[$1] > judgement.probabilities[$0] ? $1 : $0
      }
      guard best != judgement.label else { return nil }
      return Doubt(
        id: talk.id, title: talk.title, axis: axis.id, label: axis.poles[judgement.label].id,
        suggested: axis.poles[best].id,
        probability: judgement.probabilities[judgement.label])
    }.sorted { $0.probability == $1.probability ? $0.id < $1.id : $0.probability < $1.probability }
    candidates = try Self.candidates(labelled, model, candidateCount)
  }

  private static func candidates(
    _ labelled: LabelledTalks, _ model: Model, _ count: Int
  ) throws(ICUError) -> [Candidate] {
    let classifier = try Classifier(model: model)
    var scratch = try ClassifierScratch()
    var pool: [(candidate: Candidate, vector: [Int32: Double])] = []
    for talk in labelled.talks {
      let open = labelled.scheme.axes.indices.filter {
        talk.labels[labelled.scheme.axes[$0].id] == nil
      }
      guard !open.isEmpty else { continue }
      let prediction = try classifier.prediction(for: talk, scratch: &scratch)
      let entropies = open.map { Entropy.bits(prediction.axes[$0].probabilities) }
      let vector = Dictionary(
        zip(scratch.features.columns, scratch.features.values), uniquingKeysWith: { one, _ in one })
      pool.append(
        (
          Candidate(
            id: talk.id, title: talk.title,
            uncertainty: entropies.reduce(0, +) / Double(entropies.count), novelty: 1,
            axes: open.map { labelled.scheme.axes[$0].id }),
          vector
        ))
    }
    var chosen: [Candidate] = []
    while chosen.count < count, !pool.isEmpty {
      let best = pool.indices.reduce(0) { best, index in
        value(pool[index].candidate) > value(pool[best].candidate) ? index : best
      }
      let (candidate, vector) = pool.remove(at: best)
      chosen.append(candidate)
      for index in pool.indices {
        // Talks of which the model knows no word are alike to it.
        let likeness =
          vector.isEmpty && pool[index].vector.isEmpty
          ? 1 : vector.reduce(0.0) { $0 + $1.value * (pool[index].vector[$1.key] ?? 0) }
        pool[index].candidate.novelty = min(pool[index].candidate.novelty, max(0, 1 - likeness))
      }
    }
    return chosen
  }

  private static func value(_ candidate: Candidate) -> Double {
    candidate.uncertainty * candidate.novelty
  }
}
