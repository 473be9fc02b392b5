/// One end of an axis, or one of its classes.
public struct Pole: Sendable, Equatable, Codable {
  /// ASCII name used in labels, predictions and files.
  public var id: String
  /// Name shown to people.
  public var name: String

  /// Creates a pole.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
