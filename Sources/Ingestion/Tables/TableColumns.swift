/// Which column of a table holds what.
struct TableColumns: Sendable, Equatable {
  /// What a column can hold, beside labels.
  static let fieldNames: Set<String> = ["id", "title", "speaker", "event", "url", "text"]

  /// Column positions by field name.
  var fields: [String: Int] = [:]
  /// Column positions by axis id.
  var axes: [String: Int] = [:]
  /// How many columns the header has.
  var count: Int
  var separator: UInt8

  /// Reads a header.
  ///
  /// A column is a field if it has the field's name, or the name that the options
  /// give for it; names are compared without case and outer spaces.
  ///
  /// - Throws: ``IngestionError`` when no column holds a title or text, or one that
  ///   the options name is not there.
  init(
    header: [String], separator: UInt8, options: ReadingOptions, at location: SourceLocation
  ) throws(IngestionError) {
    self.separator = separator
    count = header.count
    let names = header.map { Self.normalized(FormulaGuard.unguarded($0)) }
    for (_, name) in options.columns.sorted(by: { $0.key < $1.key }) {
      guard names.contains(Self.normalized(name)) else {
        throw IngestionError(
          at: location, reason: "no column is called '\(name)'",
          remedy: "use the names that the first line gives the columns")
      }
    }
    for field in Self.fieldNames {
      let wanted = Self.normalized(options.columns[field] ?? field)
      if let index = names.firstIndex(of: wanted) { fields[field] = index }
    }
    for axis in options.axes {
      let wanted = Self.normalized(options.columns[axis] ?? axis)
      if let index = names.firstIndex(of: wanted) { axes[axis] = index }
    }
    guard fields["title"] != nil || fields["text"] != nil else {
      throw IngestionError(
        at: location, reason: "no column is called 'title' or 'text'",
        remedy: "name the columns in the first line, or say '--column text=NAME'")
    }
  }

  /// The form in which names of columns are compared.
  static func normalized(_ name: String) -> String {
    String(name[...].trimmed).lowercased()
  }

  /// The separator of a first line that names columns of a talk table.
  static func separator(ofHeader line: ArraySlice<UInt8>) -> UInt8? {
    for separator in [UInt8(ascii: "\t"), UInt8(ascii: ",")] {
      let names = line.split(separator: separator).map {
        normalized(
          String(decoding: $0.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
      }
      let known = Set(names).intersection(fieldNames)
      if names.count >= 2, !known.isDisjoint(with: ["title", "text"]), known.count >= 2 {
        return separator
      }
    }
    return nil
  }
}
