internal import Talks

/// A task of Label Studio's JSON or JSON-MIN export.
///
/// In the full export the text is in `data` and each of the `annotations` holds
/// results of type `choices`; a control called like an axis chooses among that
/// axis's poles. Cancelled annotations do not count; of the others those marked as
/// ground truth count alone, if there are any, and all that count must agree.
///
/// - SeeAlso: Label Studio, <https://labelstud.io/guide/export>, "Label Studio JSON
///   format of annotated tasks".
enum LabelStudioTask {
  private static let remedy =
    #"export tasks as JSON: {"data": {"text": "…"}, "annotations": [{"result": […]}]}"#

  /// Reads a task.
  ///
  /// - Returns: The talk, or nil when every annotation of the task was cancelled.
  /// - Throws: ``IngestionError`` when it has no text, annotators disagree, or a
  ///   choice is none of the poles.
  static func read(
    _ task: [UInt8], names: PoleNames, at location: SourceLocation, json: inout JSONParser
  ) throws(IngestionError) -> DeckContent? {
    try json.parse(task, at: location)
    let object = try LabelledObject(
      .root, names: ["data", "annotations", "completions"], at: location, remedy: remedy,
      in: json)
    let fields = object.fields
    guard let data = object.reader.present(fields["data"], in: json) else {
      return try LabelStudioRow.read(object, names: names, in: json)
    }
    var inner = try LabelledObject(data, names: [], at: location, remedy: remedy, in: json)
    inner.reader.id = object.reader.id ?? inner.reader.id
    var content = inner.content(.labelStudio, text: try text(inner, data, in: json), in: json)
    guard let list = object.reader.present(fields["annotations"] ?? fields["completions"], in: json)
    else { return content }
    guard json.kind(of: list) == .array else { throw object.reader.wrongType("annotations") }
    var annotations: [LabelStudioAnnotation] = []
    var elements = json.cursor(over: list)
    while let element = json.nextElement(&elements) {
      annotations.append(
        try LabelStudioAnnotation(element, names: names, reader: inner.reader, in: json))
    }
    guard annotations.isEmpty || annotations.contains(where: { !$0.isCancelled }) else {
      return nil
    }
    content.labels = try agreed(annotations, inner.reader)
    return content
  }

  /// The `text` of a task, or its only string: projects name their data freely.
  private static func text(
    _ object: LabelledObject, _ data: JSONParser.Node, in json: borrowing JSONParser
  ) throws(IngestionError) -> String {
    guard object.fields["text"] == nil else { return try object.text(in: json) }
    var texts: [String] = []
    var members = json.cursor(over: data)
    while let (_, value) = json.nextMember(&members) {
      if let text = json.string(value) { texts.append(text) }
    }
    guard texts.count == 1 else { return try object.text(in: json) }
    return texts[0]
  }

  private static func agreed(
    _ annotations: [LabelStudioAnnotation], _ reader: FieldReader
  ) throws(IngestionError) -> Labels {
    let valid = annotations.filter { !$0.isCancelled }
    let truths = valid.filter(\.isGroundTruth)
    var labels = Labels()
    for annotation in truths.isEmpty ? valid : truths {
      for (axis, pole) in annotation.labels.sorted {
        if let other = labels[axis], other != pole {
          throw IngestionError(
            at: reader.location, id: reader.id,
            reason: "annotators disagree on axis '\(axis)': '\(other)' and '\(pole)'",
            remedy: "mark one annotation as ground truth")
        }
        labels[axis] = pole
      }
    }
    return labels
  }
}
