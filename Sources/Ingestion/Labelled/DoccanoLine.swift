internal import Talks

/// A line of doccano's JSONL: `{"text", "label": ["x"]}`; `label` may be a string and
/// may be called `labels`.
///
/// - SeeAlso: doccano, <https://doccano.github.io/doccano/>, "Document classification".
enum DoccanoLine {
  /// Reads a line.
  ///
  /// - Throws: ``IngestionError`` when it has no text or a label no axis has.
  static func read(
    _ line: [UInt8], names: PoleNames, at location: SourceLocation, json: inout JSONParser
  ) throws(IngestionError) -> DeckContent {
    try json.parse(line, at: location)
    let object = try LabelledObject(
      .root, names: ["label", "labels"], at: location,
      remedy: #"write {"text": "…", "label": ["pole"]}"#, in: json)
    let field = object.fields["label"] == nil ? "labels" : "label"
    var content = object.content(.doccano, text: try object.text(in: json), in: json)
    content.labels = try names.labels(
      object.names(object.fields[field], field, in: json), id: content.id, at: location)
    return content
  }
}
