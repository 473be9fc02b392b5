internal import Talks

/// A JSON object of an annotation tool: a text and what is known about it.
struct LabelledObject {
  /// Names whose values every tool's objects share.
  private static let shared = ["id", "text", "title", "speaker", "event", "url", "meta"]

  let fields: ObjectFields
  var reader: FieldReader
  private let meta: ObjectFields?

  /// Opens an object and takes its id.
  ///
  /// - Parameters:
  ///   - node: The object; any other value is refused.
  ///   - names: Names of members besides those all tools share.
  ///   - location: Where the record begins.
  ///   - remedy: What a record should look like.
  ///   - json: The parser that holds the node.
  /// - Throws: ``IngestionError`` when the value is no object or its id no id.
  init(
    _ node: JSONParser.Node, names: [String], at location: SourceLocation, remedy: String,
    in json: borrowing JSONParser
  ) throws(IngestionError) {
    guard json.kind(of: node) == .object else {
      throw IngestionError(at: location, reason: "a record is JSON but no object", remedy: remedy)
    }
    fields = ObjectFields(node, names: Self.shared + names, in: json)
    if let meta = fields["meta"], json.kind(of: meta) == .object {
      self.meta = ObjectFields(meta, names: Self.shared, in: json)
    } else {
      meta = nil
    }
    var reader = FieldReader(location: location, remedy: remedy)
    if let node = reader.present(fields["id"] ?? meta?["id"], in: json) {
      guard let id = json.identifier(node) else { throw reader.wrongType("id") }
      reader.id = id
    }
    self.reader = reader
  }

  /// The talk of a text: one slide; title and speaker are taken from the object or
  /// its `meta` where they are strings.
  func content(_ layout: Layout, text: String, in json: borrowing JSONParser) -> DeckContent {
    var content = DeckContent(layout: layout, id: reader.id)
    content.title = string("title", in: json)
    content.speaker = string("speaker", in: json)
    content.event = string("event", in: json)
    content.url = string("url", in: json)
    content.slides = [Slide(number: 1, text: text)]
    return content
  }

  /// The text.
  ///
  /// - Throws: ``IngestionError`` when there is none.
  func text(in json: borrowing JSONParser) throws(IngestionError) -> String {
    guard let text = try reader.string(fields["text"], "text", in: json) else {
      throw IngestionError(
        at: reader.location, id: reader.id, reason: "no 'text'", remedy: reader.remedy)
    }
    return text
  }

  /// Names of labels from a string, an array of strings, or null.
  ///
  /// - Throws: ``IngestionError`` when the value is anything else, such as spans.
  func names(
    _ node: JSONParser.Node?, _ field: String, in json: borrowing JSONParser
  ) throws(IngestionError) -> [String] {
    guard let node = reader.present(node, in: json) else { return [] }
    if let name = json.string(node) { return [name] }
    guard json.kind(of: node) == .array else { throw reader.wrongType(field) }
    var names: [String] = []
    var elements = json.cursor(over: node)
    while let element = json.nextElement(&elements) {
      guard let name = json.string(element) else {
        guard json.kind(of: element) == .array else {
          throw reader.wrongType("\(field).\(names.count)")
        }
        throw IngestionError(
          at: reader.location, id: reader.id,
          reason: "field '\(field)' labels spans, not the whole text", remedy: reader.remedy)
      }
      names.append(name)
    }
    return names
  }

  private func string(_ name: String, in json: borrowing JSONParser) -> String? {
    for node in [fields[name], meta?[name]] {
      if let node, let text = json.string(node) { return text }
    }
    return nil
  }
}
