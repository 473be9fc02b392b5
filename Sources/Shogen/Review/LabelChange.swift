/// A label that a correction gave or replaced.
public struct LabelChange: Sendable, Equatable {
  /// The talk.
  public var id: String
  /// The axis id.
  public var axis: String
  /// The pole before, or nil where there was none.
  public var from: String?
  /// The pole now.
  public var to: String

  /// Creates a change.
  public init(id: String, axis: String, from: String?, to: String) {
    self.id = id
    self.axis = axis
    self.from = from
    self.to = to
  }
}
