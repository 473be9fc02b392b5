/// A share with its 95 % interval by Wilson's score.
///
///     (p + z²/2n ± z·√(p(1 - p)/n + z²/4n²)) / (1 + z²/n)
///
/// - SeeAlso: Wilson, *Journal of the American Statistical Association* 22, 1927.
public struct WilsonInterval: Sendable, Equatable {
  /// The share, in 0...1; 0 of nothing is 0.
  public let share: Double
  /// The lower end, in 0...1.
  public let low: Double
  /// The upper end, in 0...1.
  public let high: Double

  /// The share of a count in a total; of nothing, it may be anything.
  public init(count: Int, of total: Int) {
    guard total > 0 else {
      (share, low, high) = (0, 0, 1)
      return
    }
    let (n, z) = (Double(total), 1.96)
    let p = Double(count) / n
    let center = p + z * z / (2 * n)
    let reach = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    share = p
    low = max(0, (center - reach) / (1 + z * z / n))
    high = min(1, (center + reach) / (1 + z * z / n))
  }
}
