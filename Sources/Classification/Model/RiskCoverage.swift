/// What leaving doubtful talks undecided is worth, from predictions of unseen talks.
///
/// Entry i of an array counts the predictions whose pole has a probability of i/100
/// or more: all of them, and the wrong ones. Talks placed several times count as often.
///
/// - SeeAlso: Geifman and El-Yaniv, "Selective classification for deep neural
///   networks", 2017.
public struct RiskCoverage: Sendable, Equatable, Codable {
  /// Predictions at least as sure as each hundredth.
  public private(set) var decided: [Int]
  /// Those of them that are wrong.
  public private(set) var wrong: [Int]
  /// How often each talk was placed.
  public private(set) var repeatCount: Int

  private static let steps = 100

  /// Counts predictions, given by the probability of their pole and whether it is
  /// right; `repeatCount` of them belong to each talk.
  public init(
    _ predictions: [(probability: Double, isRight: Bool)], repeatCount: Int = 1
  ) {
    decided = [Int](repeating: 0, count: Self.steps)
    wrong = decided
    self.repeatCount = max(1, repeatCount)
    for (probability, isRight) in predictions {
      let last = min(Self.steps - 1, max(0, Int(probability * Double(Self.steps))))
      for step in 0...last {
        decided[step] += 1
        if !isRight { wrong[step] += 1 }
      }
    }
  }

  /// Decodes counts that fit together.
  ///
  /// - Throws: `DecodingError` for arrays of another length, or counts that cannot be.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    decided = try container.decode([Int].self, forKey: .decided)
    wrong = try container.decode([Int].self, forKey: .wrong)
    repeatCount = try container.decode(Int.self, forKey: .repeatCount)
    guard decided.count == Self.steps, wrong.count == Self.steps, repeatCount >= 1,
      zip(decided, wrong).allSatisfy({ $1 >= 0 && $0 >= $1 })
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .decided, in: container,
        debugDescription: "a risk-coverage curve has \(Self.steps) counts of each kind")
    }
  }

  /// The share of talks decided at a threshold, in 0...1.
  public func coverage(at threshold: Double) -> Double {
    guard let all = decided.first, all > 0, threshold <= 1 else { return 0 }
    return Double(decided[Self.step(threshold)]) / Double(all)
  }

  /// The least threshold, in hundredths, above which at most a share `rate` of decided
  /// talks is expected to be wrong; nil when none is.
  ///
  /// (wrong + 1) / (decided + 1), in talks, is compared with the rate, so that a few
  /// talks all placed right do not promise that none will be wrong.
  public func threshold(forErrorRate rate: Double) -> Double? {
    decided.indices.first { expectedErrorRate(step: $0) <= rate }
      .map { Double($0) / Double(Self.steps) }
  }

  /// The least error rate for which there is a threshold, in 0...1.
  public var leastErrorRate: Double {
    decided.indices.map(expectedErrorRate).min() ?? 1
  }

  private func expectedErrorRate(step: Int) -> Double {
    let talks = Double(repeatCount)
    return (Double(wrong[step]) / talks + 1) / (Double(decided[step]) / talks + 1)
  }

  private static func step(_ threshold: Double) -> Int {
    min(steps - 1, max(0, Int((threshold * Double(steps)).rounded())))
  }
}
