/// The same figure for each of two groups.
public struct Sides<Value: Sendable>: Sendable {
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

extension Sides: Equatable where Value: Equatable {}
