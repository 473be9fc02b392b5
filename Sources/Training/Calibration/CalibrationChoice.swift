internal import Glibc

/// Which calibration the amount of data bears.
enum CalibrationChoice {
  /// The temperature and the shifts of outputs; no shifts where a temperature alone
  /// does.
  ///
  /// Shifts are taken where they lower the log loss of n talks by more than their
  /// cost in the Bayesian information criterion, ½ · ln n each: on few talks poles'
  /// shares cannot be told from chance.
  ///
  /// - SeeAlso: Schwarz, "Estimating the dimension of a model", 1978.
  static func best(
    outputs: [[Double]], classes: [Int], talkCount: Int
  ) -> (temperature: Double, shifts: [Double]) {
    let simple = Temperature.best(outputs: outputs, classes: classes, talkCount: talkCount)
    guard talkCount > 1,
      let shifted = PlattScaling.best(
        outputs: outputs, classes: classes, talkCount: talkCount)
    else { return (simple.temperature, []) }
    let parameters = Double(max(1, shifted.shifts.count - 1))
    let cost = parameters * log(Double(talkCount)) / 2
    return Double(talkCount) * (simple.logLoss - shifted.logLoss) > cost
      ? (shifted.temperature, shifted.shifts) : (simple.temperature, [])
  }
}
