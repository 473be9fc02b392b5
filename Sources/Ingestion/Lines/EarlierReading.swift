internal import Talks

/// What an earlier ingestion lost of a talk, read back from its field `source`.
///
/// A deck too damaged to be placed must be known as such after it went through a file.
enum EarlierReading {
  /// The field that `shogen ingest` writes.
  private static let field = "source"

  /// The losses by kind; none for a talk that was not ingested before.
  static func losses(
    of talk: Talk, json: inout JSONParser, at location: SourceLocation
  ) -> ReadingNotes {
    var notes = ReadingNotes()
    guard let source = talk.additionalFields.first(where: { $0.name == field }),
      // A field of this name that is something else says nothing about losses.
      (try? json.parse(Array(source.json.utf8), at: location)) != nil,
      json.kind(of: .root) == .object,
      let lost = ObjectFields(.root, names: ["lost"], in: json)["lost"],
      json.kind(of: lost) == .object
    else { return notes }
    var members = json.cursor(over: lost)
    while let (name, value) = json.nextMember(&members) {
      guard let kind = ReadingNotes.Kind(rawValue: name), kind.isLoss,
        let count = json.integer(value), count > 0
      else { continue }
      notes[kind] += count
    }
    return notes
  }
}
