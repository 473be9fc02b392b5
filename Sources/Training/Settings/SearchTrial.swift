internal import Classification
internal import Features
internal import Glibc

/// The talks of a search, with their kernels computed once, and its folds.
struct SearchTrial {
  private let classes: [Int]
  private let classCount: Int
  private let weighting: ClassWeighting
  /// XXᵀ over words, pairs and fragments; nil where there are none.
  private let words: [Double]
  private let pairs: [Double]?
  private let fragments: [Double]?
  /// XXᵀ over words as if all were equally rare.
  private let commonWords: [Double]
  /// ZZᵀ in the order of ``PriorStrengths/factors``; nil where nothing is known.
  private let factors: [[Double]?]
  private let hints: [[Double]]?
  /// One array of folds a repeat.
  private let folds: [[Int]]
  private let foldCount: Int

  /// Nil when fewer than two poles have enough talks to be held out.
  init?(_ problem: SettingsSearch.Problem, search: SettingsSearch) {
    var generator = SeededGenerator(seed: problem.seed, stream: 0x5EA2_C4)
    let drawn = Self.sample(problem.classes, search.maximumTalks, &generator)
    var counts = [Int](repeating: 0, count: problem.classCount)
    var seen: Set<[Int]> = []
    for index in drawn {
      let pole = problem.classes[index]
      if seen.insert([pole, problem.units[index]]).inserted { counts[pole] += 1 }
    }
    // A pole with one talk (and its copies) cannot be held out and learned too; the others can.
    let sample = drawn.filter { counts[problem.classes[$0]] >= 2 }
    let sampled = sample.map { problem.classes[$0] }
    let usable = counts.filter { $0 >= 2 }
    guard usable.count >= 2, let rarest = usable.min() else { return nil }
    let parts = min(search.foldCount, rarest)
    let repeats = max(1, min(search.maximumRepeats, 150 / max(1, sampled.count)))
    folds = (0..<repeats).map { _ in
      StratifiedFolds.assign(
        strata: sampled, units: sample.map { problem.units[$0] }, foldCount: parts,
        generator: &generator)
    }
    foldCount = parts
    classes = sampled
    classCount = problem.classCount
    weighting = problem.classWeighting
    hints = problem.hints.map { hints in sample.map { hints[$0] } }
    let part = problem.design.rows(sample)
    words = part.kernel(kinds: [.word, .keyword])
    commonWords = part.kernelOfCommonWords()
    pairs = part.kinds.contains(.pair) ? part.kernel(kinds: [.pair]) : nil
    fragments =
      part.kinds.contains(.fragment) ? part.kernel(kinds: [.fragment]) : nil
    factors = part.places.indices.map { factor in
      part.knows(factor: factor) ? part.kernel(with: part, factor: factor) : nil
    }
  }

  /// Talks of every class by its share, at most `count`, in their order.
  private static func sample(
    _ classes: [Int], _ count: Int, _ generator: inout SeededGenerator
  ) -> [Int] {
    guard classes.count > count else { return Array(classes.indices) }
    let parts = (classes.count + count - 1) / count
    let folds = StratifiedFolds.assign(strata: classes, foldCount: parts, generator: &generator)
    return classes.indices.filter { folds[$0] == 0 }
  }

  /// How settings did.
  struct Verdict {
    /// The smoothed log loss of out-of-fold predictions at their best temperature.
    var loss: Double
    /// The log loss of each talk there, the mean over repeats.
    var losses: [Double]

    /// Whether this is better than another verdict by more than a share of the
    /// standard error of the talks' paired differences.
    func isBetter(than other: Verdict, byStandardErrors share: Double) -> Bool {
      let differences = zip(losses, other.losses).map { $0 - $1 }
      let count = Double(max(1, differences.count))
      let mean = differences.reduce(0, +) / count
      let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      // A hair, so that equal settings never change places by rounding.
      return loss < other.loss - 1e-9 - share * (squares / count / count).squareRoot()
    }
  }

  /// Judges settings by out-of-fold predictions at their best temperature.
  func judge(_ settings: ChosenSettings) -> Verdict {
    let (outputs, talks) = outOfFold(settings)
    let calibration = Temperature.best(
      outputs: outputs, classes: talks.map { classes[$0] }, talkCount: classes.count)
    var losses = [Double](repeating: 0, count: classes.count)
    for (row, talk) in zip(outputs, talks) {
      let probabilities = Probabilities.ofPoles(row.map { $0 / calibration.temperature })
      losses[talk] -= log(max(probabilities[classes[talk]], 1e-15)) / Double(folds.count)
    }
    return Verdict(loss: calibration.logLoss, losses: losses)
  }

  /// Sets the calibration that out-of-fold predictions bear.
  func calibrate(_ settings: inout ChosenSettings) {
    let (outputs, talks) = outOfFold(settings)
    (settings.temperature, settings.shifts) = CalibrationChoice.best(
      outputs: outputs, classes: talks.map { classes[$0] }, talkCount: classes.count)
  }

  /// Uncalibrated outputs of every talk in every repeat, with its position.
  private func outOfFold(_ settings: ChosenSettings) -> (outputs: [[Double]], talks: [Int]) {
    var kernel = words
    let prior = settings.prior
    let kinds = [(pairs, prior.pairs), (fragments, prior.fragments), (commonWords, prior.common)]
    for (part, strength) in kinds + zip(factors, prior.factors) {
      guard let part, strength > 0 else { continue }
      for index in kernel.indices { kernel[index] += strength * strength * part[index] }
    }
    let offsets = AxisLearner.scaled(hints, settings.prior.lexicon)
    var outputs: [[Double]] = []
    var talks: [Int] = []
    for assignment in folds {
      for fold in 0..<foldCount {
        let training = classes.indices.filter { assignment[$0] != fold }
        let tested = classes.indices.filter { assignment[$0] == fold }
        outputs += place(tested, training, kernel, offsets, settings)
        talks += tested
      }
    }
    return (outputs, talks)
  }

  private func place(
    _ tested: [Int], _ training: [Int], _ kernel: [Double], _ offsets: [[Double]]?,
    _ settings: ChosenSettings
  ) -> [[Double]] {
    let order = classes.count
    func part(_ rows: [Int]) -> [Double] {
      rows.flatMap { row in training.map { kernel[row * order + $0] } }
    }
    let regression = PriorRegression(
      learner: settings.learner(classWeighting: weighting).forSearching,
      strengths: settings.prior)
    let fit = regression.dual(
      part(training), classes: training.map { classes[$0] }, classCount: classCount,
      offsets: offsets.map { offsets in training.map { offsets[$0] } })
    return PriorRegression.outputs(
      fit, kernel: part(tested), rowCount: tested.count,
      offsets: offsets.map { offsets in tested.map { offsets[$0] } })
  }
}

extension LogisticRegression {
  /// The same learner with a stopping rule that is enough to compare settings.
  var forSearching: LogisticRegression {
    var learner = self
    learner.solver = NewtonConjugateGradient(tolerance: 1e-4, maximumSteps: 30)
    return learner
  }
}
