public import Classification
public import Talks
internal import Training

/// A model judged on labelled talks it has not seen.
public struct HeldOutEvaluation: Sendable {
  /// Shuffles of the labels for the permutation baseline; 0 for none.
  public var permutationCount: Int
  /// Drives all chance.
  public var seed: UInt64

  /// Creates a procedure.
  public init(permutationCount: Int = 1000, seed: UInt64 = 2024) {
    self.permutationCount = max(0, permutationCount)
    self.seed = seed
  }

  /// Compares predictions with the labels of their talks.
  ///
  /// Talks without a known label on an axis do not count there.
  ///
  /// - Parameters:
  ///   - predictions: One a talk, in their order.
  ///   - talks: The labelled talks.
  ///   - scheme: The model's scheme.
  /// - Returns: Reports of the axes that have labels.
  public func evaluate(
    _ predictions: [Prediction], talks: [Talk], scheme: Scheme
  ) -> EvaluationReport {
    let poles = Self.poles(of: talks, scheme)
    let scored = Self.scored(predictions, poles, scheme)
    let builder = ReportBuilder(seed: seed)
    let judged = scheme.axes.indices.filter { !scored[$0].classes.isEmpty }
    let axes = judged.map { index in
      withPermutation(
        builder.report(
          axis: scheme.axes[index].id, poles: scheme.axes[index].poles.map(\.id),
          repeats: [scored[index]]), scored[index])
    }
    let cells = judged.count == scheme.axes.count ? CellScores(scheme: scheme, poles: poles) : nil
    let cellReport = cells.map { cells in
      let talks = cells.scores(scored)
      return withPermutation(
        builder.report(
          axis: "quadrant", poles: cells.ids, repeats: [talks], judgesProbabilities: false), talks)
    }
    return EvaluationReport(
      procedure:
        "held-out talks, scored by a fixed model; 95 % bootstrap intervals over talks, seed \(seed)",
      axes: axes, cells: cellReport, cautions: Cautions.smallNumbers(axes))
  }

  /// Compares two models' predictions of the same talks.
  ///
  /// - Parameters:
  ///   - first: Predictions by the first model, one a talk, in their order.
  ///   - second: Those by the second model, whose scheme has the same axes and poles.
  ///   - talks: The labelled talks.
  ///   - scheme: The models' scheme.
  /// - Returns: What differs on the axes that have labels.
  public func compare(
    _ first: [Prediction], _ second: [Prediction], talks: [Talk], scheme: Scheme
  ) -> PairedComparison {
    let poles = Self.poles(of: talks, scheme)
    let (one, other) = (
      Self.scored(first, poles, scheme), Self.scored(second, poles, scheme)
    )
    let judged = scheme.axes.indices.filter { !one[$0].classes.isEmpty }
    return PairedComparison(
      procedure: "held-out talks, scored by two fixed models, seed \(seed)",
      axes: judged.map { scheme.axes[$0].id }, first: [judged.map { one[$0] }],
      second: [judged.map { other[$0] }], seed: seed)
  }

  private static func poles(of talks: [Talk], _ scheme: Scheme) -> [[Int?]] {
    scheme.axes.map { axis in
      talks.map { talk in talk.labels[axis.id].flatMap(axis.index(ofPole:)) }
    }
  }

  /// The labelled talks of each axis with their probabilities.
  private static func scored(
    _ predictions: [Prediction], _ poles: [[Int?]], _ scheme: Scheme
  ) -> [ScoredTalks] {
    scheme.axes.indices.map { axis in
      let rows = poles[axis].indices.filter { poles[axis][$0] != nil }
      return ScoredTalks(
        poleCount: scheme.axes[axis].poles.count, classes: rows.compactMap { poles[axis][$0] },
        probabilities: rows.map { predictions[$0].axes[axis].probabilities })
    }
  }

  /// The labels shuffled against fixed predictions.
  private func withPermutation(_ report: AxisReport, _ talks: ScoredTalks) -> AxisReport {
    var report = report
    let figures = (0..<permutationCount).map { run in
      var generator = SeededGenerator(seed: seed, stream: UInt64(run) + 2)
      let order = generator.permutation(talks.classes.count)
      return CrossValidation.figures(
        ScoredTalks(
          poleCount: talks.poleCount, classes: order.map { talks.classes[$0] },
          probabilities: talks.probabilities))
    }
    report.permutation = ReportBuilder.permutation(of: report, figures: figures)
    return report
  }
}
