/// How well one axis (or the map's cells) is predicted.
public struct AxisReport: Sendable, Equatable {
  /// Always answering the most frequent pole, with the poles' shares as
  /// probabilities.
  public struct Majority: Sendable, Equatable {
    /// The id of that pole.
    public var pole: String
    /// Its share of the talks.
    public var accuracy: Double
    /// Mean F1 of the poles.
    public var macroF1: Double
    /// The entropy of the shares; nil where probabilities are not judged.
    public var logLoss: Double?
  }

  /// The same procedure on shuffled labels: what chance alone gives.
  public struct Permutation: Sendable, Equatable {
    /// How often labels were shuffled.
    public var count: Int
    /// Mean accuracy on shuffled labels.
    public var accuracy: Double
    /// Mean macro-F1 on shuffled labels.
    public var macroF1: Double
    /// (1 + shuffles with at least this accuracy) / (1 + shuffles).
    public var accuracyP: Double
    /// (1 + shuffles with at least this macro-F1) / (1 + shuffles).
    public var macroF1P: Double
  }

  /// The axis id, or `quadrant`.
  public var axis: String
  /// The pole ids in the order of the matrix.
  public var poles: [String]
  /// Labelled talks of each pole.
  public var support: [Int]
  /// The share placed right.
  public var accuracy: Estimate
  /// Mean F1 of the poles.
  public var macroF1: Estimate
  /// F1 of each pole, nil for one that neither occurs nor was said.
  public var f1: [Double?]
  /// Area under the ROC curve; nil where probabilities are not judged.
  public var rocAUC: Estimate?
  /// Mean negative log-probability of the true pole; nil likewise.
  public var logLoss: Estimate?
  /// True × predicted, talks; the mean over repeats.
  public var confusion: [[Double]]
  /// How far probabilities can be believed; nil where they are not judged.
  public var calibration: Calibration?
  /// The baseline of the most frequent pole.
  public var majority: Majority
  /// The baseline of shuffled labels, if asked for.
  public var permutation: Permutation?
}
