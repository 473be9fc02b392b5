internal import Talks

/// A format in which annotation tools keep texts with their labels.
enum LabelledFormat: Sendable, CaseIterable {
  case doccano
  case prodigy
  case labelStudio
  case fastText

  /// How its talks say they were laid out.
  var layout: Layout {
    switch self {
    case .doccano: .doccano
    case .prodigy: .prodigy
    case .labelStudio: .labelStudio
    case .fastText: .fastText
    }
  }

  /// Whether a record is a line; else the file is one array of records.
  var isLines: Bool { self != .labelStudio }

  /// Recognizes a format by the beginning of a file, nil for any other.
  ///
  /// The first record decides, and it must be whole within the beginning: a line
  /// `{"text", "label"}`, one with an `answer`, a task of an array, or a line that
  /// begins with `__label__`. Labels that are an object, axis by axis, are those of
  /// talk JSONL.
  static func recognized(in beginning: [UInt8]) -> LabelledFormat? {
    let body = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
    guard let start = body.firstIndex(where: { $0 > 0x20 }) else { return nil }
    let text = body[start...]
    switch text.first {
    case UInt8(ascii: "{"):
      let line = text.prefix { $0 != 0x0A }
      return object(Array(line))
    case UInt8(ascii: "["):
      var elements = JSONArrayElements(Array(text))
      guard let first = try? elements.next() else { return nil }
      return isTask(Array(first.bytes)) ? .labelStudio : nil
    case UInt8(ascii: "_"):
      return text.starts(with: FastTextLine.prefix) ? .fastText : nil
    default: return nil
    }
  }

  /// Reads one record.
  ///
  /// - Returns: The talk, or nil when annotators set the record aside.
  /// - Throws: ``IngestionError`` when it cannot be used.
  func read(
    _ record: [UInt8], names: PoleNames, at location: SourceLocation, json: inout JSONParser
  ) throws(IngestionError) -> DeckContent? {
    switch self {
    case .doccano: try DoccanoLine.read(record, names: names, at: location, json: &json)
    case .prodigy: try ProdigyLine.read(record, names: names, at: location, json: &json)
    case .labelStudio: try LabelStudioTask.read(record, names: names, at: location, json: &json)
    case .fastText: try FastTextLine.read(record, names: names, at: location)
    }
  }

  private static func object(_ line: [UInt8]) -> LabelledFormat? {
    var json = JSONParser()
    guard (try? json.parse(line, at: SourceLocation(path: ""))) != nil else { return nil }
    let names = ["text", "label", "labels", "answer", "_task_hash", "slides"]
    let fields = ObjectFields(.root, names: names, in: json)
    guard fields["text"] != nil, fields["slides"] == nil else { return nil }
    if fields["answer"] != nil || fields["_task_hash"] != nil { return .prodigy }
    guard let labels = fields["label"] ?? fields["labels"] else { return nil }
    return json.kind(of: labels) == .object ? nil : .doccano
  }

  private static func isTask(_ element: [UInt8]) -> Bool {
    var json = JSONParser()
    guard (try? json.parse(element, at: SourceLocation(path: ""))) != nil else { return false }
    let names = ["data", "annotations", "completions", "annotation_id", "annotator"]
    let fields = ObjectFields(.root, names: names, in: json)
    return names.contains { fields[$0] != nil }
  }
}
