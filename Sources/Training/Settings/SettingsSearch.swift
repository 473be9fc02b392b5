internal import Features

/// Chooses regularization and prior strengths by cross-validation on training talks.
///
/// One setting after the other is varied over its candidates while the others stay,
/// twice around. A choice is judged by the log loss of out-of-fold predictions after
/// their best temperature, so that it prefers right rankings and not timid scores.
/// A choice must be better by ``requiredStandardErrors``, or the start stays. The best
/// choice's out-of-fold predictions give the calibration. Everything is computed on
/// kernels of the training talks, whose size does not depend on the vocabulary.
public struct SettingsSearch: Sendable, Equatable {
  /// Candidates for C beside the starts.
  ///
  /// None is below the C of few labels: its scores, drawn to the middle, can have the
  /// better log loss where the order of their poles is worse.
  public var inverseRegularizations = [3.0, 10, 30, 100, 300]
  /// Candidates for the strength of word vectors.
  public var vectorStrengths = [0.0, 1, 2, 4]
  /// Candidates for the strength of talks without labels.
  public var unlabelledStrengths = [0.0, 1, 2, 4]
  /// Candidates for the strength of pairs.
  public var pairStrengths = [0.0, 0.5, 1]
  /// Candidates for the strength of fragments.
  public var fragmentStrengths = [0.0, 0.25, 0.5, 1]
  /// Candidates for the strength of common words.
  public var commonStrengths = [0.0, 4, 16]
  /// Candidates for the strength of the lexicon.
  public var lexiconStrengths = [0.0, 1, 3, 6]
  /// Folds.
  public var foldCount = 5
  /// Talks to search on at most; a sample of more of them.
  public var maximumTalks = 400
  /// By how many standard errors of the talks' paired differences a choice must be
  /// better to be taken: chance alone must not move the defaults.
  public var requiredStandardErrors = 1.0
  /// Times the talks are dealt into folds anew, for few talks.
  public var maximumRepeats = 3

  /// Creates a search with the default candidates.
  public init() {}

  /// What is searched on.
  struct Problem {
    var design: PriorDesign
    /// X·μ at strength 1, or nil without hints.
    var hints: [[Double]]?
    var classes: [Int]
    var classCount: Int
    /// The unit of each talk; copies of one talk are of one unit.
    var units: [Int]
    var classWeighting: ClassWeighting
    /// Whether the C of few labels is another start.
    var mayBeFewLabels = false
    var seed: UInt64
  }

  /// The best settings found from a start, a strength of 0 of lexicon or vectors taken
  /// as 1; talks without labels must show their worth.
  func choose(from start: ChosenSettings, problem: Problem) -> ChosenSettings {
    var best = start
    if problem.design.knows(factor: 0), best.prior.vectors == 0 { best.prior.vectors = 1 }
    if problem.hints != nil, best.prior.lexicon == 0 { best.prior.lexicon = 1 }
    // With too few talks to judge by, what is known beforehand matters most.
    guard let trial = SearchTrial(problem, search: self) else { return best }
    var verdict = trial.judge(best)
    if problem.mayBeFewLabels { turnToFewLabels(&best, &verdict, trial, problem) }
    // The second time around meets many settings again.
    var judged: [(settings: ChosenSettings, verdict: SearchTrial.Verdict)] = []
    for _ in 0..<2 {
      for candidates in candidates(best, problem) {
        for candidate in candidates(best) where candidate != best {
          let known = judged.first { $0.settings == candidate }?.verdict
          let found = known ?? trial.judge(candidate)
          if known == nil { judged.append((candidate, found)) }
          if found.isBetter(than: verdict, byStandardErrors: requiredStandardErrors) {
            (best, verdict) = (candidate, found)
          }
        }
      }
    }
    trial.calibrate(&best)
    return best
  }

  /// Takes the C of few labels as the start, unless that of many does better.
  ///
  /// A few talks hardly tell the two apart; what is known of few labels in general does. But
  /// where the lexicon has its say, strong regularization leaves it alone with it, and
  /// neither is the default that chance must not move.
  private func turnToFewLabels(
    _ best: inout ChosenSettings, _ verdict: inout SearchTrial.Verdict, _ trial: SearchTrial,
    _ problem: Problem
  ) {
    var few = best
    few.inverseRegularization = TrainingSettings.inverseRegularization(
      ofFewLabels: problem.classes.count)
    let found = trial.judge(few)
    let isTaken =
      problem.hints == nil
      ? !verdict.isBetter(than: found, byStandardErrors: requiredStandardErrors)
      : found.loss < verdict.loss
    if isTaken { (best, verdict) = (few, found) }
  }

  /// For each setting, what it may become.
  private func candidates(
    _ start: ChosenSettings, _ problem: Problem
  ) -> [(ChosenSettings) -> [ChosenSettings]] {
    var moves: [(ChosenSettings) -> [ChosenSettings]] = []
    func vary(_ key: WritableKeyPath<ChosenSettings, Double>, over values: [Double]) {
      moves.append { settings in
        values.filter { $0 != settings[keyPath: key] }.map { value in
          var changed = settings
          changed[keyPath: key] = value
          return changed
        }
      }
    }
    if problem.design.knows(factor: 0) { vary(\.prior.vectors, over: vectorStrengths) }
    if problem.design.knows(factor: 1) { vary(\.prior.unlabelled, over: unlabelledStrengths) }
    if problem.hints != nil { vary(\.prior.lexicon, over: lexiconStrengths) }
    if problem.design.kinds.contains(.fragment) {
      vary(\.prior.fragments, over: fragmentStrengths)
    }
    if problem.design.kinds.contains(.pair) { vary(\.prior.pairs, over: pairStrengths) }
    vary(\.prior.common, over: commonStrengths)
    vary(\.inverseRegularization, over: inverseRegularizations)
    return moves
  }
}
