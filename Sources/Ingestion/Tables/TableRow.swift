internal import Talks

/// One row of a table as a talk.
enum TableRow {
  /// The fields of a row.
  static func fields(of row: String, separator: UInt8) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var scanner = QuoteScanner(separator: separator)
    for byte in row.utf8 {
      switch scanner.next(byte) {
      case .content: field.append(byte)
      case .quote: break
      case .separator:
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll()
      }
    }
    return fields + [String(decoding: field, as: UTF8.self)]
  }

  /// Parses a row.
  ///
  /// - Throws: ``IngestionError`` when it has another number of fields than the
  ///   header, or neither title nor text.
  static func talk(
    _ row: String, columns: TableColumns, at location: SourceLocation, stem: String
  ) throws(IngestionError) -> Talk {
    let fields = fields(of: row, separator: columns.separator)
    guard fields.count == columns.count else {
      throw IngestionError(
        at: location, reason: "\(fields.count) fields where the header has \(columns.count)",
        remedy: "quote fields that hold the separator")
    }
    func field(_ name: String) -> String? {
      guard let index = columns.fields[name], !fields[index].isEmpty else { return nil }
      return FormulaGuard.unguarded(fields[index])
    }
    guard field("title") != nil || field("text") != nil else {
      throw IngestionError(
        at: location, id: field("id"), reason: "the row has neither title nor text",
        remedy: "fill one of them, or remove the row")
    }
    var labels = Labels()
    for (axis, index) in columns.axes where !fields[index].isEmpty {
      labels[axis] = FormulaGuard.unguarded(fields[index])
    }
    return Talk(
      id: field("id") ?? "\(stem):\(location.line ?? 1)", title: field("title") ?? "",
      speaker: field("speaker"), event: field("event"), url: field("url"),
      slides: field("text").map { [Slide(number: 1, text: $0)] } ?? [], labels: labels)
  }
}
