internal import Talks

/// Takes values of a JSON object as what a field should be, or names the field.
///
/// A field that is null is as good as missing.
struct FieldReader {
  /// Where the object stands.
  var location: SourceLocation
  /// The id of the record, for errors.
  var id: String?
  /// What the record should look like.
  var remedy: String

  /// A string, or nil for null.
  func string(
    _ node: JSONParser.Node?, _ field: @autoclosure () -> String, in json: borrowing JSONParser
  ) throws(IngestionError) -> String? {
    guard let node = present(node, in: json) else { return nil }
    guard let text = json.string(node) else { throw wrongType(field()) }
    return text
  }

  /// A whole number, or nil for null.
  func integer(
    _ node: JSONParser.Node?, _ field: @autoclosure () -> String, in json: borrowing JSONParser
  ) throws(IngestionError) -> Int? {
    guard let node = present(node, in: json) else { return nil }
    guard let number = json.integer(node) else { throw wrongType(field()) }
    return number
  }

  /// `true` or `false`, or nil for null.
  func boolean(
    _ node: JSONParser.Node?, _ field: @autoclosure () -> String, in json: borrowing JSONParser
  ) throws(IngestionError) -> Bool? {
    guard let node = present(node, in: json) else { return nil }
    guard let value = json.boolean(node) else { throw wrongType(field()) }
    return value
  }

  /// Poles by axis, or nil for null; a pole that is null is no label.
  func labels(
    _ node: JSONParser.Node?, in json: borrowing JSONParser
  ) throws(IngestionError) -> Labels? {
    guard let node = present(node, in: json) else { return nil }
    guard json.kind(of: node) == .object else { throw wrongType("labels") }
    var labels = Labels()
    var members = json.cursor(over: node)
    while let (axis, value) = json.nextMember(&members) {
      labels[axis] = try string(value, "labels.\(axis)", in: json)
    }
    return labels
  }

  /// The value unless it is null or missing.
  func present(_ node: JSONParser.Node?, in json: borrowing JSONParser) -> JSONParser.Node? {
    guard let node, json.kind(of: node) != .null else { return nil }
    return node
  }

  /// A field that holds something else than it should.
  func wrongType(_ field: String) -> IngestionError {
    IngestionError(
      at: location, id: id, reason: "field '\(field)' has the wrong type", remedy: remedy)
  }
}
