/// The settings of one axis that a search may choose, and the calibration that goes
/// with them.
package struct ChosenSettings: Sendable, Equatable {
  /// C of the logistic regression.
  package var inverseRegularization: Double
  /// How much is believed before the first label.
  package var prior: PriorStrengths
  /// What linear outputs are divided by, so that probabilities are as sure as
  /// predictions of unseen talks were right; 1 without a search.
  package var temperature = 1.0
  /// What is added to linear outputs then, one number an output; empty for nothing.
  package var shifts: [Double] = []

  /// The settings as given.
  init(_ settings: TrainingSettings) {
    inverseRegularization = settings.inverseRegularization ?? TrainingSettings.manyLabels
    prior = settings.prior
  }

  /// An output as sure as it is right.
  func calibrated(_ value: Double, output: Int) -> Double {
    value / temperature + (shifts.isEmpty ? 0 : shifts[output])
  }

  func learner(classWeighting: ClassWeighting) -> LogisticRegression {
    LogisticRegression(
      inverseRegularization: inverseRegularization, classWeighting: classWeighting)
  }
}
