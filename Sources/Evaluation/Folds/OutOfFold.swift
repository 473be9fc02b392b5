internal import Classification
internal import Talks
public import Training

/// Predictions of labelled talks by models that had not seen them.
public struct OutOfFold: Sendable {
  /// One labelled talk on one axis.
  public struct Judgement: Sendable, Equatable {
    /// The talk's position among the labelled talks' ``LabelledTalks/talks``.
    public var talk: Int
    /// The axis's position in the scheme.
    public var axis: Int
    /// The pole its label gives, as a position on the axis.
    public var label: Int
    /// Mean probabilities of the poles over the repeats.
    public var probabilities: [Double]
  }

  /// Every labelled talk on every axis, by axis and then in the order of the talks.
  public let judgements: [Judgement]

  /// Places each labelled talk by models trained on the others.
  ///
  /// - Parameters:
  ///   - labelled: The talks.
  ///   - settings: How to train; their seed deals the folds.
  ///   - procedure: Folds and repeats.
  ///   - workerCount: Repeats worked on at once; the result does not depend on it.
  ///   - progress: Called after each repeat with the share done.
  /// - Throws: ``TrainingError`` when an axis cannot be learned.
  public init(
    _ labelled: LabelledTalks, settings: TrainingSettings, procedure: CrossValidation,
    workerCount: Int, progress: (Double) -> Void = { _ in }
  ) async throws {
    try labelled.validate(allowingHints: true)
    let plan = FoldPlan(procedure, for: labelled)
    var started = 0
    var sums: [[[Double]]] = []
    var done = 0
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      next: {
        started += 1
        return started <= procedure.repeatCount ? started - 1 : nil
      },
      makeWorker: { NoScratch() },
      transform: { run, _ in
        FoldRun(labelled: labelled, settings: settings, plan: plan)
          .scores(run: run, shuffles: false)
      },
      consume: { (result: FoldRun.Result) in
        let axes = result.axes.map(\.probabilities)
        sums =
          sums.isEmpty
          ? axes
          : zip(sums, axes).map { one, other in
            zip(one, other).map { zip($0, $1).map { $0 + $1 } }
          }
        done += 1
        progress(Double(done) / Double(procedure.repeatCount))
      })
    judgements = labelled.scheme.axes.indices.flatMap { axis in
      let (rows, classes) = labelled.labelled(onAxis: axis)
      return rows.indices.map { index in
        Judgement(
          talk: rows[index], axis: axis, label: classes[index],
          probabilities: sums[axis][index].map { $0 / Double(procedure.repeatCount) })
      }
    }
  }
}
