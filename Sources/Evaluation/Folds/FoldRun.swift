internal import Classification
internal import Features
internal import Talks
internal import Training

/// One pass of cross-validation: every talk placed once by models that have not
/// seen it.
struct FoldRun {
  let labelled: LabelledTalks
  let settings: TrainingSettings
  let plan: FoldPlan

  /// Where the solver stops in a fold: outputs are then right to about as many digits,
  /// at half the time of a model that is kept.
  private static let tolerance = 1e-6

  /// What a pass gives.
  struct Result: Sendable {
    /// Per axis the labelled talks' probabilities.
    var axes: [ScoredTalks]
    var cautions: Set<String>
  }

  /// Runs a pass.
  ///
  /// `run`, its number, decides the folds and the shuffle; `shuffles` says whether
  /// the labels of each axis are shuffled among its talks.
  func scores(run: Int, shuffles: Bool) -> Result {
    var generator = SeededGenerator(seed: settings.seed, stream: UInt64(run) + 2)
    var poles = labelled.poles
    if shuffles {
      for axis in poles.indices {
        let (rows, classes) = labelled.labelled(onAxis: axis)
        let order = generator.permutation(rows.count)
        for (position, row) in rows.enumerated() { poles[axis][row] = classes[order[position]] }
      }
    }
    let folds = plan.folds(poles: poles, scheme: labelled.scheme, generator: &generator)
    var probabilities: [[[Double]?]] = poles.map { $0.map { _ in nil } }
    var cautions: Set<String> = []
    for fold in 0..<plan.foldCount {
      place(fold, folds, poles, &generator, &probabilities, &cautions)
    }
    return Result(
      axes: poles.indices.map { axis in
        let rows = poles[axis].indices.filter { poles[axis][$0] != nil }
        return ScoredTalks(
          poleCount: labelled.scheme.axes[axis].poles.count,
          classes: rows.compactMap { poles[axis][$0] },
          probabilities: rows.compactMap { probabilities[axis][$0] })
      },
      cautions: cautions)
  }

  /// Trains on the other folds and places the talks of one.
  private func place(
    _ fold: Int, _ folds: [Int], _ poles: [[Int?]], _ generator: inout SeededGenerator,
    _ probabilities: inout [[[Double]?]], _ cautions: inout Set<String>
  ) {
    let training = folds.indices.filter { folds[$0] != fold }
    let space = try? FeatureSpace(labelled, rows: training, settings: settings)
    for axis in poles.indices {
      let tested = folds.indices.filter { folds[$0] == fold && poles[axis][$0] != nil }
      if tested.isEmpty { continue }
      var rows = training.filter { poles[axis][$0] != nil }
      if plan.rule == .leaveOneOut, tested.count == 1 {
        rows = Self.balanced(rows, poles[axis], without: tested[0], &generator)
      }
      let classes = rows.compactMap { poles[axis][$0] }
      let poleCount = labelled.scheme.axes[axis].poles.count
      guard let space, Set(classes).count == poleCount else {
        cautions.insert(
          "axis '\(labelled.scheme.axes[axis].id)': a fold could not be trained on all poles and "
            + "was answered with the poles' shares")
        let shares = Self.shares(classes, poleCount)
        for row in tested { probabilities[axis][row] = shares }
        continue
      }
      let learner = AxisLearner(labelled, space: space, axis: axis, settings: settings)
      let result = learner.learn(rows: rows, classes: classes, tolerance: Self.tolerance)
      for (row, outputs) in zip(tested, learner.outputs(result, rows: tested)) {
        probabilities[axis][row] = Probabilities.ofPoles(outputs)
      }
    }
  }

  /// Training rows without one random talk of each pole that a left-out talk is not
  /// of; a pole with one talk keeps it.
  private static func balanced(
    _ rows: [Int], _ poles: [Int?], without talk: Int, _ generator: inout SeededGenerator
  ) -> [Int] {
    let members = Dictionary(grouping: rows, by: { poles[$0] ?? -1 })
    var dropped: Set<Int> = []
    for pole in members.keys.sorted() where pole != poles[talk] {
      guard let others = members[pole], others.count > 1 else { continue }
      dropped.insert(others[generator.below(others.count)])
    }
    return rows.filter { !dropped.contains($0) }
  }

  /// Smoothed shares of the poles among some talks.
  private static func shares(_ classes: [Int], _ poleCount: Int) -> [Double] {
    (0..<poleCount).map { pole in
      Double(classes.count(where: { $0 == pole }) + 1) / Double(classes.count + poleCount)
    }
  }
}
