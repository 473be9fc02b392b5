public import Classification
public import Evaluation
public import Training

extension Trainer {
  /// Trains on counted talks and writes cross-validated figures into the model's
  /// provenance.
  ///
  /// - Parameters:
  ///   - labelled: The talks, counted with this trainer's settings.
  ///   - validation: How to judge; nil for no figures.
  ///   - workerCount: Cores used at once.
  ///   - progress: Called with the share of the validation done.
  /// - Returns: The model and the whole report.
  /// - Throws: ``TrainingError`` when an axis cannot be learned.
  public func train(
    on labelled: LabelledTalks, validation: CrossValidation?, workerCount: Int,
    progress: (Double) -> Void = { _ in }
  ) async throws -> (model: Model, report: EvaluationReport?) {
    let model = try train(on: labelled, workerCount: workerCount)
    // Without any label there is nothing to judge a model of the lexicon by.
    guard let validation, labelled.hasLabels else { return (model, nil) }
    let report = try await validation.evaluate(
      labelled, settings: settings, workerCount: workerCount, progress: progress)
    var provenance = model.provenance
    provenance.validation = report.procedure
    for axis in report.axes {
      guard let index = provenance.axes.firstIndex(where: { $0.axis == axis.axis }) else {
        continue
      }
      provenance.axes[index].accuracy = axis.accuracy.value
      provenance.axes[index].majorityAccuracy = axis.majority.accuracy
      provenance.axes[index].macroF1 = axis.macroF1.value
      provenance.axes[index].riskCoverage = axis.calibration?.riskCoverage
    }
    return (model.with(provenance), report)
  }
}
