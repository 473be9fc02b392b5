public import Ingestion
public import Talks

/// How a talk was read, as a field of its JSON line.
public enum SourceJSON {
  /// The name of the field.
  static let name = "source"

  /// The talk with a field `source`.
  ///
  /// It has path, line, layout, and what was mended and lost by kind. A talk that has
  /// such a field keeps it: it was ingested before.
  public static func annotated(_ ingested: IngestedTalk) -> Talk {
    var talk = ingested.talk
    guard !talk.additionalFields.contains(where: { $0.name == name }) else { return talk }
    func counts(_ isLoss: Bool) -> JSONText {
      .object(
        ingested.notes.sorted.filter { $0.kind.isLoss == isLoss }.map {
          ($0.kind.rawValue, .integer($0.count))
        })
    }
    let value = JSONText.object([
      ("path", .string(ingested.location.path)),
      ("line", ingested.location.line.map { .integer($0) }),
      ("layout", .string(ingested.layout.rawValue)),
      ("mended", counts(false)),
      ("lost", counts(true)),
    ])
    talk.additionalFields.append(AdditionalField(name: name, json: value.text))
    return talk
  }
}
