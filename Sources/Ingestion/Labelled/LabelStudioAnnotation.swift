internal import Talks

/// One annotator's choices for a task of Label Studio.
struct LabelStudioAnnotation {
  private(set) var labels = Labels()
  private(set) var isCancelled = false
  private(set) var isGroundTruth = false

  /// Reads an element of `annotations`.
  ///
  /// - Throws: ``IngestionError`` when a field has the wrong type or a choice is none
  ///   of the poles.
  init(
    _ node: JSONParser.Node, names: PoleNames, reader: FieldReader, in json: borrowing JSONParser
  ) throws(IngestionError) {
    guard json.kind(of: node) == .object else { throw reader.wrongType("annotations") }
    let fields = ObjectFields(
      node, names: ["result", "was_cancelled", "ground_truth"], in: json)
    isCancelled =
      try reader.boolean(fields["was_cancelled"], "annotations.was_cancelled", in: json) ?? false
    isGroundTruth =
      try reader.boolean(fields["ground_truth"], "annotations.ground_truth", in: json) ?? false
    guard !isCancelled, let results = reader.present(fields["result"], in: json) else { return }
    guard json.kind(of: results) == .array else { throw reader.wrongType("annotations.result") }
    var chosen: [String] = []
    var elements = json.cursor(over: results)
    while let element = json.nextElement(&elements) {
      guard json.kind(of: element) == .object else { throw reader.wrongType("annotations.result") }
      let result = ObjectFields(element, names: ["type", "from_name", "value"], in: json)
      guard result["type"].flatMap({ json.string($0) }) == "choices", let value = result["value"]
      else { continue }
      let control = result["from_name"].flatMap { json.string($0) }
      chosen += Self.choices(value, control: control, names: names, in: json)
    }
    labels = try names.labels(chosen, id: reader.id, at: reader.location)
  }

  /// The strings of `{"choices": [...]}`, with the axis where the control names one.
  static func choices(
    _ value: JSONParser.Node, control: String?, names: PoleNames, in json: borrowing JSONParser
  ) -> [String] {
    guard json.kind(of: value) == .object,
      let list = ObjectFields(value, names: ["choices"], in: json)["choices"],
      json.kind(of: list) == .array
    else { return [] }
    var choices: [String] = []
    var elements = json.cursor(over: list)
    while let element = json.nextElement(&elements) {
      guard let choice = json.string(element) else { continue }
      choices.append(qualified(choice, control: control, names: names))
    }
    return choices
  }

  /// A choice with its axis, where the control is called like one.
  static func qualified(_ choice: String, control: String?, names: PoleNames) -> String {
    guard let control, names.hasAxis(control) else { return choice }
    return "\(control):\(choice)"
  }
}
