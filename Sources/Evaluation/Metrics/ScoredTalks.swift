/// Predicted probabilities beside the truth: what every metric is computed from.
public struct ScoredTalks: Sendable, Equatable {
  /// How many poles the axis has.
  public let poleCount: Int
  /// The true pole of each talk.
  public let classes: [Int]
  /// The probability of each pole for each talk.
  public let probabilities: [[Double]]

  /// Creates scored talks; both arrays have an entry a talk.
  public init(poleCount: Int, classes: [Int], probabilities: [[Double]]) {
    precondition(classes.count == probabilities.count, "every talk needs its probabilities")
    self.poleCount = poleCount
    self.classes = classes
    self.probabilities = probabilities
  }

  /// The most probable pole of each talk; a tie goes to the first.
  public var predictions: [Int] {
    probabilities.map { row in
      row.indices.reduce(0) { row[$1] > row[$0] ? $1 : $0 }
    }
  }
}
