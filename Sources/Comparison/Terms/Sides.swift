/// The same figure for each of two groups.
public struct Sides<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The first group's.
  public var first: Value
  /// The second group's.
  public var second: Value

  /// Creates a pair.
  public init(_ first: Value, _ second: Value) {
    self.first = first
    self.second = second
  }
}
