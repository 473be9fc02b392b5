public import Features
public import Tokenization

/// A worker's memory for placing talks.
///
/// Not thread-safe: one for each worker.
public struct ClassifierScratch: ~Copyable {
  /// Memory for features, with the last talk's vector.
  public var features: FeatureScratch
  /// The linear outputs of the last talk.
  public private(set) var scores: [Double] = []

  /// Opens a worker's memory.
  ///
  /// - Throws: ``ICUError`` when ICU lacks its Japanese data.
  public init() throws(ICUError) { features = try FeatureScratch() }

  /// Scores the vector left in ``features``.
  package mutating func score(_ weights: LinearWeights) {
    scores.removeAll(keepingCapacity: true)
    for _ in 0..<weights.outputCount { scores.append(0) }
    weights.addScores(columns: features.columns, values: features.values, to: &scores)
  }
}
