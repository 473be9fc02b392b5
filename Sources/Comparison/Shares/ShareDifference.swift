/// The difference of two shares, with its 95 % interval.
///
/// Newcombe's method 10: the intervals of both shares by Wilson's score, joined.
/// It stays within -1...1 and holds for few talks and for shares of 0 and 1.
///
/// - SeeAlso: Newcombe, "Interval estimation for the difference between independent
///   proportions", *Statistics in Medicine* 17, 1998.
public struct ShareDifference: Sendable, Equatable {
  /// Each group's share, with its 95 % interval.
  public let shares: Sides<WilsonInterval>
  /// The first share minus the second.
  public let value: Double
  /// The lower end of the interval.
  public let low: Double
  /// The upper end of the interval.
  public let high: Double

  /// Compares counts out of totals.
  public init(_ counts: Sides<Int>, of totals: Sides<Int>) {
    let one = WilsonInterval(count: counts.first, of: totals.first)
    let other = WilsonInterval(count: counts.second, of: totals.second)
    shares = Sides(one, other)
    value = one.share - other.share
    func joined(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    low = value - joined(one.share - one.low, other.high - other.share)
    high = value + joined(one.high - one.share, other.share - other.low)
  }
}
