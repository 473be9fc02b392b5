internal import Glibc

/// Whether two ways of placing talks differ, told by the talks that one alone places
/// right.
///
/// Were both as good, each such talk would be either's with probability ½: the p-value
/// is the exact two-sided binomial one, min(1, 2 · P(X ≤ min(b, c))) for
/// X ~ Binomial(b + c, ½).
///
/// - SeeAlso: McNemar, "Note on the sampling error of the difference between
///   correlated proportions or percentages", 1947.
public struct McNemarTest: Sendable, Equatable {
  /// Talks that the first way alone places right.
  public let onlyFirst: Int
  /// Talks that the second way alone places right.
  public let onlySecond: Int

  /// Creates a test of two counts.
  public init(onlyFirst: Int, onlySecond: Int) {
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
  }

  /// The exact two-sided p-value, in 0...1.
  public var p: Double {
    let total = onlyFirst + onlySecond
    // Sums of logarithms, since binomial coefficients overflow at a thousand talks.
    var logarithm = -Double(total) * log(2)
    var tail = 0.0
    for count in 0...min(onlyFirst, onlySecond) {
      if count > 0 { logarithm += log(Double(total - count + 1) / Double(count)) }
      tail += exp(logarithm)
    }
    return min(1, 2 * tail)
  }
}
