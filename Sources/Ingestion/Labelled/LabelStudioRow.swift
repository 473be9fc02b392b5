internal import Talks

/// A task of Label Studio's JSON-MIN export: text and choices side by side, each
/// choice under the name of its control.
enum LabelStudioRow {
  /// Controls that are not called like an axis.
  private static let controls: Set<String> = ["choice", "choices", "label", "labels"]

  /// Reads a task.
  ///
  /// - Throws: ``IngestionError`` when it has no text or a choice is none of the
  ///   poles.
  static func read(
    _ object: LabelledObject, names: PoleNames, in json: borrowing JSONParser
  ) throws(IngestionError) -> DeckContent {
    var content = object.content(.labelStudio, text: try object.text(in: json), in: json)
    var chosen: [String] = []
    var members = json.cursor(over: .root)
    while let (name, value) = json.nextMember(&members) {
      let several = LabelStudioAnnotation.choices(value, control: name, names: names, in: json)
      if !several.isEmpty {
        chosen += several
      } else if names.hasAxis(name) || controls.contains(name), json.kind(of: value) != .object {
        chosen += try object.names(value, name, in: json)
          .map { LabelStudioAnnotation.qualified($0, control: name, names: names) }
      }
    }
    content.labels = try names.labels(chosen, id: content.id, at: object.reader.location)
    return content
  }
}
