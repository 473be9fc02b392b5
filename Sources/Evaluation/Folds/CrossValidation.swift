internal import Classification
internal import Features
internal import Talks
public import Training

/// Repeated stratified k-fold cross-validation.
///
/// In each repeat every talk is placed once by models trained on the other folds;
/// vocabulary, document frequencies and weights all come from those folds alone.
/// Folds are stratified by the combination of a talk's labels and the same for all
/// axes, so that cells can be judged too. Copies of a talk are kept in one fold.
public struct CrossValidation: Sendable {
  /// Folds wanted; fewer are used when a pole has fewer talks.
  public var foldCount: Int
  /// How often talks are dealt out anew.
  public var repeatCount: Int
  /// Shuffles of the labels for the permutation baseline; 0 for none.
  public var permutationCount: Int
  /// Whether there are fewer repeats or shuffles than usual because of many talks.
  public private(set) var isReduced = false

  /// What talks are kept together by; nil to deal them out one by one.
  public var group: TalkGroup?

  /// Whether each talk (or group) is left out once, in place of folds.
  ///
  /// A model told nothing could guess the left-out talk's pole from what the others
  /// lack: on labels that mean nothing such figures are near 0 or 1. So a talk that is
  /// left out alone takes one random talk of each other pole along, and the counts of
  /// the training talks say nothing.
  ///
  /// - SeeAlso: Austin, Pe'er and Korem, "Distributional bias compromises
  ///   leave-one-out cross-validation", 2024.
  public var leavesOneOut: Bool

  /// Creates a procedure.
  public init(
    foldCount: Int = 5, repeatCount: Int = 10, permutationCount: Int = 100,
    group: TalkGroup? = nil, leavesOneOut: Bool = false
  ) {
    self.group = group
    self.leavesOneOut = leavesOneOut
    self.foldCount = max(2, foldCount)
    self.repeatCount = max(1, repeatCount)
    self.permutationCount = max(0, permutationCount)
  }

  /// Repeats and shuffles that were left to choose: 10 and 100, fewer of many talks.
  ///
  /// Of n talks there are 4,000 / n repeats, 1 at least, since the more talks, the less
  /// the figures depend on how they are dealt; and 30,000 / n shuffles, 19 at least,
  /// the fewest whose p-value can reach .05.
  public mutating func chooseCounts(
    talkCount: Int, repeatCount: Int?, permutationCount: Int?
  ) {
    let talks = max(1, talkCount)
    let (fullRepeats, fullShuffles) = (leavesOneOut ? 1 : 10, 100)
    let repeats = repeatCount ?? max(1, min(fullRepeats, 4_000 / talks))
    let shuffles = permutationCount ?? max(19, min(fullShuffles, 30_000 / talks))
    isReduced =
      (repeatCount == nil && repeats < fullRepeats)
      || (permutationCount == nil && shuffles < fullShuffles)
    (self.repeatCount, self.permutationCount) = (repeats, shuffles)
  }

  /// Evaluates training with some settings on labelled talks.
  ///
  /// - Parameters:
  ///   - labelled: The talks; those without labels shape nothing here.
  ///   - settings: The settings to judge; their seed drives all chance.
  ///   - workerCount: Repeats worked on at once; the figures do not depend on it.
  ///   - progress: Called after each repeat or shuffle with the share done.
  /// - Returns: Figures of all axes with labels, and of the cells.
  /// - Throws: ``TrainingError`` when an axis cannot be learned.
  public func evaluate(
    _ labelled: LabelledTalks, settings: TrainingSettings, workerCount: Int,
    progress: (Double) -> Void = { _ in }
  ) async throws -> EvaluationReport {
    try Self.validate(labelled)
    let plan = FoldPlan(self, for: labelled)
    let results = try await results(
      labelled, settings: settings, plan: plan, runs: repeatCount + permutationCount,
      workerCount: workerCount, progress: progress)
    let repeats = results.prefix(repeatCount)
    return report(
      labelled, repeats.map(\.axes), results.dropFirst(repeatCount).map(\.axes), settings.seed,
      plan, repeats.reduce(into: []) { $0.formUnion($1.cautions) })
  }

  static func validate(_ labelled: LabelledTalks) throws(TrainingError) {
    try labelled.validate(allowingHints: true)
    guard labelled.hasLabels else {
      throw .noLabels(axis: labelled.scheme.axes.map(\.id).joined(separator: ", "))
    }
  }

  /// The results of the repeats and then of the shuffles, in order.
  func results(
    _ labelled: LabelledTalks, settings: TrainingSettings, plan: FoldPlan, runs: Int,
    workerCount: Int, progress: (Double) -> Void
  ) async throws -> [FoldRun.Result] {
    var results: [FoldRun.Result] = []
    var started = 0
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      next: {
        started += 1
        return started <= runs ? started - 1 : nil
      },
      makeWorker: { NoScratch() },
      transform: { run, _ in
        FoldRun(labelled: labelled, settings: settings, plan: plan)
          .scores(run: run, shuffles: run >= repeatCount)
      },
      consume: { (result: FoldRun.Result) in
        results.append(result)
        progress(Double(results.count) / Double(runs))
      })
    return results
  }

  private func report(
    _ labelled: LabelledTalks, _ repeats: [[ScoredTalks]], _ shuffled: [[ScoredTalks]],
    _ seed: UInt64, _ plan: FoldPlan, _ cautions: Set<String>
  ) -> EvaluationReport {
    let builder = ReportBuilder(seed: seed)
    let judged = labelled.scheme.axes.enumerated().filter { index, _ in
      !labelled.labelled(onAxis: index).rows.isEmpty
    }
    let axes = judged.map { index, axis in
      var report = builder.report(
        axis: axis.id, poles: axis.poles.map(\.id), repeats: repeats.map { $0[index] })
      report.permutation = ReportBuilder.permutation(
        of: report, figures: shuffled.map { Self.figures($0[index]) })
      return report
    }
    let cells = CellScores(labelled)
    let cellReport = cells.map { cells in
      var report = builder.report(
        axis: "quadrant", poles: cells.ids, repeats: repeats.map(cells.scores),
        judgesProbabilities: false)
      report.permutation = ReportBuilder.permutation(
        of: report, figures: shuffled.map { Self.figures(cells.scores($0)) })
      return report
    }
    return EvaluationReport(
      procedure:
        procedureName(plan) + reduction + ", seed \(seed); 95 % bootstrap intervals over talks",
      axes: axes, cells: cellReport,
      cautions: Cautions.smallNumbers(axes) + Cautions.copies(labelled) + cautions.sorted())
  }

  /// What is said of counts chosen for many talks.
  private var reduction: String {
    guard isReduced else { return "" }
    let shuffles = permutationCount > 0 ? ", \(permutationCount) shuffles of the labels" : ""
    return shuffles + " (fewer than usual for so many talks)"
  }

  func procedureName(_ plan: FoldPlan) -> String {
    let groups = group.map { "grouped by \($0.rawValue)" }
    return switch plan.rule {
    case .stratified, .grouped:
      "\(repeatCount) × \(groups ?? "stratified") \(plan.foldCount)-fold cross-validation"
    case .leaveOneOut:
      "\(repeatCount) × leave-one-out of \(plan.foldCount) "
        + (group.map { "\($0.rawValue)s" } ?? "talks")
    }
  }

  static func figures(_ talks: ScoredTalks) -> (accuracy: Double, macroF1: Double) {
    let confusion = Metrics.confusion(
      classes: talks.classes, predictions: talks.predictions, poleCount: talks.poleCount,
      weights: talks.classes.map { _ in 1 })
    return (Metrics.accuracy(confusion), Metrics.macroF1(confusion))
  }
}

/// Folds need no memory of their own.
final class NoScratch: Sendable {}
