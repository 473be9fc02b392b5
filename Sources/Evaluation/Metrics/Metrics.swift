internal import Glibc

/// Figures of merit; each takes a weight a talk, so that one implementation serves
/// plain evaluation (all 1) and the bootstrap (how often a talk was drawn).
public enum Metrics {
  /// True pole × predicted pole → weight of the talks.
  public static func confusion(
    classes: [Int], predictions: [Int], poleCount: Int, weights: [Double]
  ) -> [[Double]] {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: poleCount), count: poleCount)
    for index in classes.indices {
      matrix[classes[index]][predictions[index]] += weights[index]
    }
    return matrix
  }

  /// The share of talks placed right.
  public static func accuracy(_ confusion: [[Double]]) -> Double {
    let total = confusion.reduce(0) { $0 + $1.reduce(0, +) }
    guard total > 0 else { return .nan }
    return confusion.indices.reduce(0) { $0 + confusion[$1][$1] } / total
  }

  /// The F1 of each pole: 2 · right / (truly so + said so); 0 where nothing is
  /// right, nil where a pole neither occurs nor was said.
  public static func f1(_ confusion: [[Double]]) -> [Double?] {
    confusion.indices.map { pole in
      let truly = confusion[pole].reduce(0, +)
      let said = confusion.reduce(0) { $0 + $1[pole] }
      return truly + said == 0 ? nil : 2 * confusion[pole][pole] / (truly + said)
    }
  }

  /// The mean F1 of the poles that occur or were said.
  public static func macroF1(_ confusion: [[Double]]) -> Double {
    let scores = f1(confusion).compactMap(\.self)
    return scores.isEmpty ? .nan : scores.reduce(0, +) / Double(scores.count)
  }

  /// The mean of -ln p(true pole), p kept within 10⁻¹⁵ of 0 and 1.
  public static func logLoss(_ talks: ScoredTalks, weights: [Double]) -> Double {
    var sum = 0.0
    for index in talks.classes.indices {
      let probability = talks.probabilities[index][talks.classes[index]]
      sum -= weights[index] * log(min(max(probability, 1e-15), 1 - 1e-15))
    }
    let total = weights.reduce(0, +)
    return total > 0 ? sum / total : .nan
  }

  /// The area under the ROC curve.
  ///
  /// The chance that a talk of a pole has a higher probability for it than a talk
  /// of another pole, ties half; for more than two poles the mean over poles that
  /// have talks on both sides. NaN when no pole has.
  public static func rocAUC(_ talks: ScoredTalks, order: [[Int]], weights: [Double]) -> Double {
    let poles = talks.poleCount == 2 ? [1] : Array(0..<talks.poleCount)
    let areas = poles.enumerated().compactMap { position, pole in
      area(talks, pole: pole, order: order[position], weights: weights)
    }
    return areas.isEmpty ? .nan : areas.reduce(0, +) / Double(areas.count)
  }

  /// For ``rocAUC(_:order:weights:)``: talks by ascending probability, one order a
  /// pole compared.
  public static func rankings(_ talks: ScoredTalks) -> [[Int]] {
    (talks.poleCount == 2 ? [1] : Array(0..<talks.poleCount)).map { pole in
      talks.classes.indices.sorted { one, other in
        let (a, b) = (talks.probabilities[one][pole], talks.probabilities[other][pole])
        return a == b ? one < other : a < b
      }
    }
  }

  /// Area under the curve by the rank sum.
  private static func area(
    _ talks: ScoredTalks, pole: Int, order: [Int], weights: [Double]
  ) -> Double? {
    var (below, area, positives) = (0.0, 0.0, 0.0)
    var index = 0
    while index < order.count {
      let probability = talks.probabilities[order[index]][pole]
      var (tiedPositive, tiedNegative) = (0.0, 0.0)
      while index < order.count, talks.probabilities[order[index]][pole] == probability {
        let talk = order[index]
        if talks.classes[talk] == pole {
          tiedPositive += weights[talk]
        } else {
          tiedNegative += weights[talk]
        }
        index += 1
      }
      area += tiedPositive * (below + tiedNegative / 2)
      below += tiedNegative
      positives += tiedPositive
    }
    return positives > 0 && below > 0 ? area / (positives * below) : nil
  }
}
