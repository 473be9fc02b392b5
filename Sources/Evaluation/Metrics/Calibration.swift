public import Classification

/// How far probabilities can be believed.
///
/// Predictions are sorted into ten bins by the probability of the chosen pole. In a
/// well calibrated bin the mean probability is the share that is right; the expected
/// calibration error is the mean distance of the two, weighted by talks.
///
/// - SeeAlso: Naeini, Cooper and Hauskrecht, "Obtaining well calibrated
///   probabilities using Bayesian binning", AAAI 2015.
public struct Calibration: Sendable, Equatable {
  /// One bin of the reliability table.
  public struct Bin: Sendable, Equatable {
    /// Its lower end; its upper end is the next bin's lower end, or 1.
    public var from: Double
    /// Predictions in it.
    public var count: Int
    /// Their mean probability.
    public var probability: Double
    /// The share of them that is right.
    public var accuracy: Double
  }

  /// Coverage and accuracy at one threshold.
  public struct Coverage: Sendable, Equatable {
    /// Predictions with a pole less probable are left out.
    public var threshold: Double
    /// The share of talks that stay.
    public var coverage: Double
    /// The share of those that is right; nil when none stays.
    public var accuracy: Double?
  }

  /// The bins that hold predictions.
  public var bins: [Bin]
  /// The expected calibration error, in 0...1.
  public var expectedError: Double
  /// Coverage and accuracy at rising thresholds.
  public var coverages: [Coverage]
  /// The same at every hundredth, as a model carries it.
  public var riskCoverage: RiskCoverage

  /// Error rates that reports name a threshold for.
  public static let errorRates = [0.2, 0.1, 0.05]

  private static let binCount = 10
  private static let thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

  /// Judges the same talks scored once or more.
  public init(_ repeats: [ScoredTalks]) {
    var cells: [(probability: Double, isRight: Bool)] = []
    for talks in repeats {
      for (index, predicted) in talks.predictions.enumerated() {
        cells.append(
          (talks.probabilities[index][predicted], talks.classes[index] == predicted))
      }
    }
    let total = Double(max(1, cells.count))
    bins = (0..<Self.binCount).compactMap { bin in
      let members = cells.filter { cell in
        min(Self.binCount - 1, Int(cell.probability * Double(Self.binCount))) == bin
      }
      guard !members.isEmpty else { return nil }
      let count = Double(members.count)
      return Bin(
        from: Double(bin) / Double(Self.binCount), count: members.count,
        probability: members.reduce(0) { $0 + $1.probability } / count,
        accuracy: Double(members.count(where: \.isRight)) / count)
    }
    expectedError = bins.reduce(0) {
      $0 + abs($1.probability - $1.accuracy) * Double($1.count) / total
    }
    riskCoverage = RiskCoverage(cells, repeatCount: repeats.count)
    coverages = Self.thresholds.map { threshold in
      let members = cells.filter { $0.probability >= threshold }
      return Coverage(
        threshold: threshold, coverage: Double(members.count) / total,
        accuracy: members.isEmpty
          ? nil : Double(members.count(where: \.isRight)) / Double(members.count))
    }
  }
}
