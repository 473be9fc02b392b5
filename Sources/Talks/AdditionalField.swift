/// A field of a talk's or slide's source that means nothing here and is passed on.
public struct AdditionalField: Sendable, Equatable {
  /// The field's name.
  public var name: String
  /// The field's value as JSON text on one line, unchanged.
  public var json: String

  /// Creates a field; `json` must be one valid JSON value.
  public init(name: String, json: String) {
    self.name = name
    self.json = json
  }
}
