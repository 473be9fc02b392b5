internal import Training

/// Intervals by drawing talks with replacement.
///
/// Percentile bootstrap: of ``resamples`` figures on drawn talks, the 2.5th and
/// the 97.5th hundredth. It says what other talks of the same kind would give with
/// the same models; it does not say what other training talks would.
///
/// - SeeAlso: Efron and Tibshirani, *An Introduction to the Bootstrap*, 1993, §13.
struct Bootstrap {
  static let resamples = 1000

  let seed: UInt64

  /// Estimates figures that a function computes from weights, one weight a talk.
  func estimates(talkCount: Int, figures: ([Double]) -> [Double]) -> [Estimate] {
    let values = figures([Double](repeating: 1, count: talkCount))
    var drawn = values.map { _ in [Double]() }
    var generator = SeededGenerator(seed: seed, stream: 1)
    for _ in 0..<Self.resamples where talkCount > 0 {
      var weights = [Double](repeating: 0, count: talkCount)
      for _ in 0..<talkCount { weights[generator.below(talkCount)] += 1 }
      // A draw without a class has no such figure.
      for (index, value) in figures(weights).enumerated() where value.isFinite {
        drawn[index].append(value)
      }
    }
    return values.indices.map { index in
      let sorted = drawn[index].sorted()
      guard !sorted.isEmpty else { return Estimate(value: values[index], low: .nan, high: .nan) }
      func quantile(_ share: Double) -> Double {
        sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
      }
      return Estimate(value: values[index], low: quantile(0.025), high: quantile(0.975))
    }
  }
}
