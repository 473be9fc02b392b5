internal import Glibc

/// Makes reports from scored talks.
struct ReportBuilder {
  let seed: UInt64

  /// The report of an axis.
  ///
  /// `repeats` are the same talks in the same order, scored once or more;
  /// `judgesProbabilities` says whether log loss and AUC mean something.
  func report(
    axis: String, poles: [String], repeats: [ScoredTalks], judgesProbabilities: Bool = true
  ) -> AxisReport {
    let classes = repeats.first?.classes ?? []
    let predictions = repeats.map(\.predictions)
    let scores = RepeatedScores(repeats, judgesProbabilities: judgesProbabilities)
    let estimates = Bootstrap(seed: seed).estimates(
      talkCount: classes.count, figures: scores.figures)
    let confusion = meanConfusion(classes, predictions, poles.count)
    return AxisReport(
      axis: axis, poles: poles,
      support: poles.indices.map { pole in classes.count(where: { $0 == pole }) },
      accuracy: estimates[0], macroF1: estimates[1], f1: Metrics.f1(confusion),
      rocAUC: judgesProbabilities && estimates[2].value.isFinite ? estimates[2] : nil,
      logLoss: judgesProbabilities ? estimates[3] : nil, confusion: confusion,
      calibration: judgesProbabilities ? Calibration(repeats) : nil,
      majority: majority(classes, poles, judgesProbabilities))
  }

  private func meanConfusion(
    _ classes: [Int], _ predictions: [[Int]], _ poleCount: Int
  ) -> [[Double]] {
    var mean = [[Double]](repeating: [Double](repeating: 0, count: poleCount), count: poleCount)
    let share = 1 / Double(max(1, predictions.count))
    for row in predictions {
      for (index, pole) in row.enumerated() { mean[classes[index]][pole] += share }
    }
    return mean
  }

  /// The baseline is told the true shares, so it is as strong as can be.
  private func majority(
    _ classes: [Int], _ poles: [String], _ judgesProbabilities: Bool
  ) -> AxisReport.Majority {
    let counts = poles.indices.map { pole in classes.count(where: { $0 == pole }) }
    let pole = counts.indices.reduce(0) { counts[$1] > counts[$0] ? $1 : $0 }
    let confusion = Metrics.confusion(
      classes: classes, predictions: classes.map { _ in pole }, poleCount: poles.count,
      weights: classes.map { _ in 1 })
    let total = Double(max(1, classes.count))
    let entropy = counts.reduce(0.0) { sum, count in
      count == 0 ? sum : sum - Double(count) / total * log(Double(count) / total)
    }
    return AxisReport.Majority(
      pole: poles[pole], accuracy: Metrics.accuracy(confusion),
      macroF1: Metrics.macroF1(confusion), logLoss: judgesProbabilities ? entropy : nil)
  }

  /// The permutation baseline from figures on shuffled labels.
  static func permutation(
    of report: AxisReport, figures: [(accuracy: Double, macroF1: Double)]
  ) -> AxisReport.Permutation? {
    guard !figures.isEmpty else { return nil }
    let count = Double(figures.count)
    // A hair below the observed figure: equal sums in another order must count.
    let accuracy = report.accuracy.value - 1e-12
    let macroF1 = report.macroF1.value - 1e-12
    return .init(
      count: figures.count,
      accuracy: figures.reduce(0) { $0 + $1.accuracy } / count,
      macroF1: figures.reduce(0) { $0 + $1.macroF1 } / count,
      accuracyP: (1 + Double(figures.count(where: { $0.accuracy >= accuracy }))) / (1 + count),
      macroF1P: (1 + Double(figures.count(where: { $0.macroF1 >= macroF1 }))) / (1 + count))
  }
}
