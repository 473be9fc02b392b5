internal import Classification
internal import Features
internal import Talks
public import Training

/// How much each further label is worth: figures of models trained on few labels.
///
/// For each size, talks are drawn at random, stratified by their labels; models are
/// trained on the drawn talks and judged on all others.
public struct LearningCurve: Sendable {
  /// Figures of one axis at one size.
  public struct Point: Sendable, Equatable {
    /// The axis id.
    public var axis: String
    /// Talks trained on.
    public var talkCount: Int
    /// Mean accuracy over the draws, with the 2.5th and 97.5th hundredth of them.
    public var accuracy: Estimate
    /// Mean macro-F1 over the draws, likewise.
    public var macroF1: Estimate
  }

  /// Talks trained on; sizes that leave nothing to judge on are left out.
  public var sizes: [Int]
  /// Draws for each size.
  public var drawCount: Int

  /// Creates a procedure.
  public init(sizes: [Int], drawCount: Int = 20) {
    self.sizes = sizes
    self.drawCount = max(1, drawCount)
  }

  /// Measures the curve of every axis.
  ///
  /// - Parameters:
  ///   - labelled: The talks to draw from.
  ///   - settings: The settings to judge; their seed drives the draws.
  ///   - workerCount: Draws worked on at once; the figures do not depend on it.
  ///   - progress: Called after each draw with the share done.
  /// - Returns: Points by axis and size.
  /// - Throws: ``TrainingError`` when an axis cannot be learned.
  public func measure(
    _ labelled: LabelledTalks, settings: TrainingSettings, workerCount: Int,
    progress: (Double) -> Void = { _ in }
  ) async throws -> [Point] {
    try labelled.validate(allowingHints: true)
    var points: [Point] = []
    let jobs = labelled.scheme.axes.indices.flatMap { axis in sizes.map { (axis, $0) } }
    for (index, (axis, size)) in jobs.enumerated() {
      let (rows, classes) = labelled.labelled(onAxis: axis)
      guard size >= 2, size < rows.count else { continue }
      var started = 0
      var figures: [(accuracy: Double, macroF1: Double)] = []
      try await OrderedConcurrentMap(workerCount: workerCount).run(
        next: {
          started += 1
          return started <= drawCount ? started - 1 : nil
        },
        makeWorker: { NoScratch() },
        transform: { draw, _ in
          Self.figures(
            labelled, settings: settings, axis: axis, rows: rows, classes: classes, size: size,
            draw: draw)
        },
        consume: { (result: (accuracy: Double, macroF1: Double)?) in
          if let result { figures.append(result) }
          progress(
            (Double(index) + Double(figures.count) / Double(drawCount)) / Double(jobs.count))
        })
      guard !figures.isEmpty else { continue }
      points.append(
        Point(
          axis: labelled.scheme.axes[axis].id, talkCount: size,
          accuracy: Self.estimate(figures.map(\.accuracy)),
          macroF1: Self.estimate(figures.map(\.macroF1))))
    }
    return points
  }

  /// Trains on one draw and judges on the rest; nil when the draw cannot be learned.
  private static func figures(
    _ labelled: LabelledTalks, settings: TrainingSettings, axis: Int, rows: [Int],
    classes: [Int], size: Int, draw: Int
  ) -> (accuracy: Double, macroF1: Double)? {
    var generator = SeededGenerator(seed: settings.seed, stream: UInt64(draw) + 0x1EA2)
    let drawn = StratifiedDraw.draw(size, from: classes, generator: &generator)
    let training = rows.indices.filter { drawn.contains($0) }
    // A copy of a drawn talk is as good as drawn.
    let known = Set(training.map { labelled.originals[rows[$0]] })
    let tested = rows.indices.filter { !known.contains(labelled.originals[rows[$0]]) }
    let poleCount = labelled.scheme.axes[axis].poles.count
    let trainingClasses = training.map { classes[$0] }
    guard Set(trainingClasses).count >= 2,
      let space = try? FeatureSpace(
        labelled, rows: training.map { rows[$0] }, settings: settings)
    else { return nil }
    let learner = AxisLearner(labelled, space: space, axis: axis, settings: settings)
    let result = learner.learn(rows: training.map { rows[$0] }, classes: trainingClasses)
    let outputs = learner.outputs(result, rows: tested.map { rows[$0] })
    return CrossValidation.figures(
      ScoredTalks(
        poleCount: poleCount, classes: tested.map { classes[$0] },
        probabilities: outputs.map(Probabilities.ofPoles)))
  }

  private static func estimate(_ values: [Double]) -> Estimate {
    let sorted = values.sorted()
    func quantile(_ share: Double) -> Double {
      sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }
    return Estimate(
      value: values.reduce(0, +) / Double(values.count), low: quantile(0.025),
      high: quantile(0.975))
  }
}
