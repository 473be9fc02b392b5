internal import ArgumentParser
internal import Shogen

/// When to leave a talk undecided.
struct AbstentionOptions: ParsableArguments {
  @Option(
    help:
      "Leave an axis undecided where its pole is less probable than this, in 0...1; by default 0.6 on a map, else 0."
  )
  var undecidedBelow: Double?

  @Option(
    help:
      "Leave as many talks undecided as it takes for at most this share of the others to be wrong, going by the model's cross-validation."
  )
  var errorRate: Double?

  func validate() throws {
    guard (0...1).contains(undecidedBelow ?? 0) else {
      throw ValidationError("--undecided-below must be from 0 to 1")
    }
    guard (0...1).contains(errorRate ?? 0) else {
      throw ValidationError("--error-rate must be from 0 to 1")
    }
    guard undecidedBelow == nil || errorRate == nil else {
      throw ValidationError("give --undecided-below or --error-rate, not both")
    }
  }

  /// Sets the classifier's thresholds, telling where none keeps the error rate;
  /// `usual` is the threshold where none is asked for.
  func apply(
    to classifier: inout Classifier, usual: Double = 0, _ messages: inout Messages
  ) throws {
    classifier.minimumProbability = undecidedBelow ?? usual
    guard let errorRate else { return }
    let figures = classifier.model.provenance.axes
    for (index, axis) in classifier.model.scheme.axes.enumerated() {
      guard let curve = figures.first(where: { $0.axis == axis.id })?.riskCoverage else {
        throw ModelError.noValidation(axis: axis.id)
      }
      if let threshold = curve.threshold(forErrorRate: errorRate) {
        classifier.minimumProbabilities[index] = threshold
      } else {
        classifier.minimumProbabilities[index] = .infinity
        let least = Decimals.fixed(100 * curve.leastErrorRate, 1)
        messages.note(
          "axis '\(axis.id)': no probability keeps errors below "
            + "\(Decimals.fixed(100 * errorRate, 1)) %, so all talks are undecided on it; "
            + "\(least) % is the least that can be promised")
      }
    }
  }
}
