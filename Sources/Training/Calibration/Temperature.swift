internal import Classification
internal import Glibc

/// Calibration by one number: linear outputs are divided by it.
///
/// Targets are smoothed as in Platt's method: of n talks the truth counts
/// (n + 1) / (n + K) and every other pole 1 / (n + K), so that a few talks all placed
/// right do not make a model certain.
///
/// - SeeAlso: Platt, "Probabilistic Outputs for Support Vector Machines", 1999; Guo,
///   Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", 2017.
enum Temperature {
  /// The temperature of the least smoothed log loss, in 1/1000…1000, and that
  /// loss: outputs are small where regularization is strong, as it is for few labels.
  ///
  /// `talkCount` is n, smaller than the outputs where talks were placed repeatedly.
  ///
  /// The loss is convex in 1/T; golden section on ln T finds its minimum to 10⁻³.
  static func best(
    outputs: [[Double]], classes: [Int], talkCount: Int
  ) -> (temperature: Double, logLoss: Double) {
    func loss(_ logarithm: Double) -> Double {
      let inverse = exp(-logarithm)
      var sum = 0.0
      for (row, truth) in zip(outputs, classes) {
        let probabilities = Probabilities.ofPoles(row.map { $0 * inverse })
        let total = Double(talkCount + probabilities.count)
        for (pole, probability) in probabilities.enumerated() {
          let target = (pole == truth ? Double(talkCount + 1) : 1) / total
          sum -= target * log(max(probability, 1e-15))
        }
      }
      return sum / Double(max(1, classes.count))
    }
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (-log(1000.0), log(1000.0))
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (leftLoss, rightLoss) = (loss(left), loss(right))
    while high - low > 1e-3 {
      if leftLoss <= rightLoss {
        (high, right, rightLoss) = (right, left, leftLoss)
        left = high - ratio * (high - low)
        leftLoss = loss(left)
      } else {
        (low, left, leftLoss) = (left, right, rightLoss)
        right = low + ratio * (high - low)
        rightLoss = loss(right)
      }
    }
    let middle = (low + high) / 2
    return (exp(middle), loss(middle))
  }
}
