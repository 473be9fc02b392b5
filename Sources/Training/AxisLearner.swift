internal import Features
internal import Talks

/// Learns one axis from some rows of labelled talks, and places other rows.
package struct AxisLearner {
  private let labelled: LabelledTalks
  private let space: FeatureSpace
  private let axis: Int
  private let settings: TrainingSettings

  /// What was learned.
  package struct Result {
    let design: PriorDesign
    let regression: PriorRegression
    let fit: PriorRegression.Fit
    /// The settings used: those given, or those that the search chose.
    package let chosen: ChosenSettings
    /// Newton steps of the last fit.
    package var steps: Int { fit.steps }
  }

  /// Creates a learner over the features of the training rows.
  package init(
    _ labelled: LabelledTalks, space: FeatureSpace, axis: Int, settings: TrainingSettings
  ) {
    self.labelled = labelled
    self.space = space
    self.axis = axis
    self.settings = settings
  }

  private var poleCount: Int { labelled.scheme.axes[axis].poles.count }
  private var outputCount: Int { labelled.scheme.axes[axis].outputCount }

  /// Learns from rows with known poles; all poles must occur.
  ///
  /// `tolerance` replaces the solver's; a coarser one is enough to judge by.
  /// `workerCount` cores are used at once; the result does not depend on it.
  package func learn(
    rows: [Int], classes: [Int], tolerance: Double? = nil, workerCount: Int = 1
  ) -> Result {
    let design = space.design(of: rows)
    let hints =
      space.hasHints(axis: axis)
      ? space.offsets(of: design, axis: axis, outputCount: outputCount) : nil
    var chosen = ChosenSettings(settings)
    if let search = settings.search {
      chosen = search.choose(
        from: chosen,
        problem: .init(
          design: design, hints: hints, classes: classes, classCount: poleCount,
          units: rows.map { labelled.originals[$0] }, classWeighting: settings.classWeighting,
          mayBeFewLabels: settings.inverseRegularization == nil,
          seed: settings.seed))
    }
    var learner = chosen.learner(classWeighting: settings.classWeighting)
    learner.workerCount = workerCount
    if let tolerance { learner.solver.tolerance = tolerance }
    let regression = PriorRegression(learner: learner, strengths: chosen.prior)
    let fit = regression.fit(
      design, classes: classes, classCount: poleCount,
      offsets: Self.scaled(hints, chosen.prior.lexicon))
    return Result(design: design, regression: regression, fit: fit, chosen: chosen)
  }

  /// The linear outputs of rows, calibrated; an array a row.
  package func outputs(_ result: Result, rows: [Int]) -> [[Double]] {
    let design = space.design(of: rows, scales: result.design.places.map(\.scale))
    let hints =
      space.hasHints(axis: axis)
      ? space.offsets(of: design, axis: axis, outputCount: outputCount) : nil
    let outputs = result.regression.outputs(
      result.fit, of: design, trainedOn: result.design,
      offsets: Self.scaled(hints, result.chosen.prior.lexicon))
    return outputs.map { row in
      row.enumerated().map { result.chosen.calibrated($1, output: $0) }
    }
  }

  /// The weight of every term for an output, prior mean and calibration folded in.
  package func weights(_ result: Result, output: Int) -> [Double] {
    let learned = result.regression.weights(result.fit, output: output, design: result.design)
    return learned.indices.map { term in
      let mean = space.mean(ofTerm: term, axis: axis, output: output)
      return (learned[term] + result.chosen.prior.lexicon * mean) / result.chosen.temperature
    }
  }

  /// The intercept of an output, calibrated.
  package func intercept(_ result: Result, output: Int) -> Double {
    result.chosen.calibrated(result.fit.intercepts[output], output: output)
  }

  static func scaled(_ hints: [[Double]]?, _ strength: Double) -> [[Double]]? {
    guard let hints, strength != 0 else { return nil }
    return hints.map { $0.map { $0 * strength } }
  }
}
