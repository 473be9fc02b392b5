internal import Talks

/// A line of Prodigy's JSONL: a text with one `label` that was accepted or not, or
/// with `options` of which those in `accept` were chosen.
///
/// - SeeAlso: Prodigy, <https://prodi.gy/docs/api-interfaces>, "classification" and
///   "choice".
enum ProdigyLine {
  /// Reads a line.
  ///
  /// - Returns: The talk, or nil when the annotator's answer is `reject` or `ignore`.
  /// - Throws: ``IngestionError`` when it has no text, no answer or a label no axis
  ///   has.
  static func read(
    _ line: [UInt8], names: PoleNames, at location: SourceLocation, json: inout JSONParser
  ) throws(IngestionError) -> DeckContent? {
    try json.parse(line, at: location)
    let object = try LabelledObject(
      .root, names: ["label", "accept", "options", "answer"], at: location,
      remedy: #"write {"text": "…", "label": "pole", "answer": "accept"}"#, in: json)
    let fields = object.fields
    switch try object.reader.string(fields["answer"], "answer", in: json) {
    case "accept": break
    case "reject", "ignore": return nil
    case let answer:
      // Without an answer the label is a model's suggestion.
      throw IngestionError(
        at: location, id: object.reader.id,
        reason: answer == nil ? "no 'answer'" : "the answer is none that Prodigy gives",
        remedy: "let an annotator answer 'accept', 'reject' or 'ignore'")
    }
    var content = object.content(.prodigy, text: try object.text(in: json), in: json)
    var chosen = try object.names(fields["label"], "label", in: json)
    for id in try accepted(object, in: json) {
      // Options have ids of their own, such as numbers, and show the label as text.
      let isKnown = names.match(id) != .unknown
      chosen.append(isKnown ? id : optionText(id, fields["options"], in: json) ?? id)
    }
    content.labels = try names.labels(chosen, id: content.id, at: location)
    return content
  }

  private static func accepted(
    _ object: LabelledObject, in json: borrowing JSONParser
  ) throws(IngestionError) -> [String] {
    guard let node = object.reader.present(object.fields["accept"], in: json) else { return [] }
    guard json.kind(of: node) == .array else { throw object.reader.wrongType("accept") }
    var ids: [String] = []
    var elements = json.cursor(over: node)
    while let element = json.nextElement(&elements) {
      guard let id = json.identifier(element) else {
        throw object.reader.wrongType("accept.\(ids.count)")
      }
      ids.append(id)
    }
    return ids
  }

  private static func optionText(
    _ id: String, _ options: JSONParser.Node?, in json: borrowing JSONParser
  ) -> String? {
    guard let options, json.kind(of: options) == .array else { return nil }
    var elements = json.cursor(over: options)
    while let element = json.nextElement(&elements) {
      guard json.kind(of: element) == .object else { continue }
      let option = ObjectFields(element, names: ["id", "text"], in: json)
      guard let node = option["id"], json.identifier(node) == id else { continue }
      return option["text"].flatMap { json.string($0) }
    }
    return nil
  }
}
