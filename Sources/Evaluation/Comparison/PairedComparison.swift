/// Two ways of placing the same labelled talks, side by side.
///
/// Differences are second minus first, each talk judged by both: what all talks find
/// easy or hard cancels out, so far smaller differences show than two separate
/// intervals could tell apart.
public struct PairedComparison: Sendable, Equatable {
  /// One figure of merit of both.
  public struct Figure: Sendable, Equatable {
    /// Its name: accuracy, macro-F1, ROC-AUC or log loss.
    public var name: String
    /// Of the first way.
    public var first: Double
    /// Of the second way.
    public var second: Double
    /// Second minus first, with its 95 % interval by the paired bootstrap over talks.
    public var difference: Estimate
  }

  /// One axis.
  public struct Axis: Sendable, Equatable {
    /// The axis id.
    public var axis: String
    /// Labelled talks.
    public var talkCount: Int
    /// Figures of merit.
    public var figures: [Figure]
    /// McNemar's test on the talks that one way alone places right.
    public var test: McNemarTest
  }

  /// How the figures came about, in words.
  public var procedure: String
  /// The axes that have labels, in the order of the scheme.
  public var axes: [Axis]

  /// Compares predictions of the same talks, each scored as often by both.
  init(
    procedure: String, axes: [String], first: [[ScoredTalks]], second: [[ScoredTalks]],
    seed: UInt64
  ) {
    self.procedure = procedure
    self.axes = axes.enumerated().map { index, axis in
      Self.compare(axis, first: first.map { $0[index] }, second: second.map { $0[index] }, seed)
    }
  }

  private static func compare(
    _ axis: String, first: [ScoredTalks], second: [ScoredTalks], _ seed: UInt64
  ) -> Axis {
    let (one, other) = (RepeatedScores(first), RepeatedScores(second))
    let names = ["accuracy", "macro-F1", "ROC-AUC", "log loss"]
    let ones = [Double](repeating: 1, count: one.classes.count)
    let (values, others) = (one.figures(weights: ones), other.figures(weights: ones))
    let differences = Bootstrap(seed: seed).estimates(talkCount: one.classes.count) { weights in
      zip(other.figures(weights: weights), one.figures(weights: weights)).map { $0 - $1 }
    }
    let right = zip(one.meanPredictions, other.meanPredictions).enumerated().map { talk, poles in
      (poles.0 == one.classes[talk], poles.1 == one.classes[talk])
    }
    return Axis(
      axis: axis, talkCount: one.classes.count,
      figures: names.indices.filter { differences[$0].value.isFinite }.map { index in
        Figure(
          name: names[index], first: values[index], second: others[index],
          difference: differences[index])
      },
      test: McNemarTest(
        onlyFirst: right.count(where: { $0 && !$1 }),
        onlySecond: right.count(where: { !$0 && $1 })))
  }
}
