internal import Talks

/// A talk as one JSON object.
///
/// A slide is an object or its text alone; an id is a string or a whole number.
/// Fields that are null count as missing, and of fields with one name the last
/// counts. Fields of other names pass through as ``AdditionalField``.
package enum TalkLine {
  /// Field names of a talk in the order in which a wrong one is told.
  package static let names = ["id", "title", "speaker", "event", "url", "slides", "text", "labels"]
  /// Field names of a slide.
  package static let slideNames = ["number", "text", "notes", "hidden"]

  private static let remedy = #"write {"id", "title", "slides": [{"number", "text"}]}"#

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - line: UTF-8 without the line feed.
  ///   - location: Where the line stands.
  ///   - stem: With the line's number, the id of a talk that has none.
  ///   - json: The worker's parser.
  /// - Returns: The talk with all its slides, empty ones too.
  /// - Throws: ``IngestionError`` saying which field is wrong, or that the object
  ///   has neither title nor text.
  static func talk(
    _ line: [UInt8], at location: SourceLocation, stem: String, json: inout JSONParser
  ) throws(IngestionError) -> Talk {
    try json.parse(line, at: location)
    guard json.kind(of: .root) == .object else {
      throw IngestionError(
        at: location, reason: "the line is JSON but no object", remedy: remedy)
    }
    let fields = ObjectFields(.root, names: names, in: json)
    var reader = FieldReader(location: location, remedy: remedy)
    if let node = reader.present(fields["id"], in: json) {
      guard let id = json.identifier(node) else { throw reader.wrongType("id") }
      reader.id = id
    }
    let title = try reader.string(fields["title"], "title", in: json)
    let speaker = try reader.string(fields["speaker"], "speaker", in: json)
    let event = try reader.string(fields["event"], "event", in: json)
    let url = try reader.string(fields["url"], "url", in: json)
    let slides = try slides(fields["slides"], reader, in: json)
    let text = try reader.string(fields["text"], "text", in: json)
    let labels = try reader.labels(fields["labels"], in: json)
    guard title != nil || slides != nil || text != nil else {
      throw IngestionError(
        at: location, id: reader.id, reason: "no 'title', 'slides' or 'text'",
        remedy: labels == nil
          ? "give the talk one of them" : "a file of labels belongs to '--labels'")
    }
    return Talk(
      id: reader.id ?? "\(stem):\(location.line ?? 1)", title: title ?? "", speaker: speaker,
      event: event, url: url,
      slides: slides ?? text.map { [Slide(number: 1, text: $0)] } ?? [],
      labels: labels ?? Labels(), additionalFields: fields.additional)
  }

  private static func slides(
    _ node: JSONParser.Node?, _ reader: FieldReader, in json: borrowing JSONParser
  ) throws(IngestionError) -> [Slide]? {
    guard let node = reader.present(node, in: json) else { return nil }
    guard json.kind(of: node) == .array else { throw reader.wrongType("slides") }
    var slides: [Slide] = []
    slides.reserveCapacity(json.elementCount(of: node))
    var elements = json.cursor(over: node)
    while let element = json.nextElement(&elements) {
      slides.append(try slide(element, index: slides.count, reader, in: json))
    }
    return slides
  }

  private static func slide(
    _ node: JSONParser.Node, index: Int, _ reader: FieldReader, in json: borrowing JSONParser
  ) throws(IngestionError) -> Slide {
    if let text = json.string(node) { return Slide(number: index + 1, text: text) }
    guard json.kind(of: node) == .object else { throw reader.wrongType("slides.\(index)") }
    let fields = ObjectFields(node, names: slideNames, in: json)
    let number = try reader.integer(fields["number"], "slides.\(index).number", in: json)
    let text = try reader.string(fields["text"], "slides.\(index).text", in: json)
    let notes = try reader.string(fields["notes"], "slides.\(index).notes", in: json)
    let isHidden = try reader.boolean(fields["hidden"], "slides.\(index).hidden", in: json)
    return Slide(
      number: number ?? index + 1, text: text ?? "", speakerNotes: notes,
      isHidden: isHidden ?? false, additionalFields: fields.additional)
  }
}
