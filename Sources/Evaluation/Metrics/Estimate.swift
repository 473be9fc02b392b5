/// A figure with the interval it lies in.
public struct Estimate: Sendable, Equatable {
  /// The figure on the talks at hand.
  public var value: Double
  /// The lower end of the 95 % interval.
  public var low: Double
  /// The upper end of the 95 % interval.
  public var high: Double

  /// Creates an estimate.
  public init(value: Double, low: Double, high: Double) {
    self.value = value
    self.low = low
    self.high = high
  }
}
