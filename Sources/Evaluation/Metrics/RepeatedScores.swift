/// The same talks scored once or more, ready to be judged under many weights.
struct RepeatedScores {
  /// The true pole of each talk.
  let classes: [Int]
  private let repeats: [ScoredTalks]
  private let predictions: [[Int]]
  private let rankings: [[[Int]]]
  private let poleCount: Int
  private let judgesProbabilities: Bool

  /// `judgesProbabilities` says whether ROC-AUC and log loss mean something.
  init(_ repeats: [ScoredTalks], judgesProbabilities: Bool = true) {
    self.judgesProbabilities = judgesProbabilities
    self.repeats = repeats
    classes = repeats.first?.classes ?? []
    poleCount = repeats.first?.poleCount ?? 0
    predictions = repeats.map(\.predictions)
    rankings = judgesProbabilities ? repeats.map(Metrics.rankings) : []
  }

  /// Accuracy, macro-F1, ROC-AUC and log loss, the mean over repeats; the latter two
  /// are 0 where probabilities are not judged.
  func figures(weights: [Double]) -> [Double] {
    var sums = [0.0, 0.0, 0.0, 0.0]
    for (index, talks) in repeats.enumerated() {
      let confusion = Metrics.confusion(
        classes: classes, predictions: predictions[index], poleCount: poleCount,
        weights: weights)
      sums[0] += Metrics.accuracy(confusion)
      sums[1] += Metrics.macroF1(confusion)
      guard judgesProbabilities else { continue }
      sums[2] += Metrics.rocAUC(talks, order: rankings[index], weights: weights)
      sums[3] += Metrics.logLoss(talks, weights: weights)
    }
    return sums.map { $0 / Double(max(1, repeats.count)) }
  }

  /// The most probable pole of each talk by its mean probabilities.
  var meanPredictions: [Int] {
    classes.indices.map { talk in
      let sums = (0..<poleCount).map { pole in
        repeats.reduce(0) { $0 + $1.probabilities[talk][pole] }
      }
      return sums.indices.reduce(0) { sums[$1] > sums[$0] ? $1 : $0 }
    }
  }
}
