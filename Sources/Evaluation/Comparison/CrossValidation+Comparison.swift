internal import Talks
public import Training

extension CrossValidation {
  /// Compares two ways of training on the same folds.
  ///
  /// - Parameters:
  ///   - first: The talks as counted for the first way, and its settings; their seed
  ///     deals the folds of both.
  ///   - second: The same talks, as counted for the second way, and its settings.
  ///   - workerCount: Repeats worked on at once; the figures do not depend on it.
  ///   - progress: Called with the share done.
  /// - Returns: What differs on the axes that have labels.
  /// - Throws: ``TrainingError`` when an axis cannot be learned.
  public func compare(
    _ first: (labelled: LabelledTalks, settings: TrainingSettings),
    _ second: (labelled: LabelledTalks, settings: TrainingSettings), workerCount: Int,
    progress: (Double) -> Void = { _ in }
  ) async throws -> PairedComparison {
    try Self.validate(first.labelled)
    try Self.validate(second.labelled)
    let plan = FoldPlan(self, for: first.labelled)
    let one = try await results(
      first.labelled, settings: first.settings, plan: plan, runs: repeatCount,
      workerCount: workerCount, progress: { progress($0 / 2) })
    var settings = second.settings
    settings.seed = first.settings.seed
    let other = try await results(
      second.labelled, settings: settings, plan: plan, runs: repeatCount,
      workerCount: workerCount, progress: { progress(0.5 + $0 / 2) })
    let axes = first.labelled.scheme.axes
    let judged = axes.indices.filter { !first.labelled.labelled(onAxis: $0).rows.isEmpty }
    return PairedComparison(
      procedure: procedureName(plan) + ", seed \(settings.seed), the same folds for both",
      axes: judged.map { axes[$0].id },
      first: one.map { result in judged.map { result.axes[$0] } },
      second: other.map { result in judged.map { result.axes[$0] } }, seed: settings.seed)
  }
}
