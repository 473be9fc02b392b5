/// How a file is cut into records.
enum InputFormat: Equatable {
  case talkLines
  case table(separator: UInt8)
  case document

  /// Recognizes a format by the file's beginning first and its name second.
  ///
  /// - Parameters:
  ///   - beginning: The first chunk of the file.
  ///   - path: Its path.
  init(beginning: [UInt8], path: String) {
    let body = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
    if body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
      self = .talkLines
    } else if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") {
      self = .talkLines
    } else if path.hasSuffix(".csv") {
      self = .table(separator: UInt8(ascii: ","))
    } else if path.hasSuffix(".tsv") {
      self = .table(separator: UInt8(ascii: "\t"))
    } else if let separator = Self.separator(ofHeader: body.prefix { $0 != 0x0A && $0 != 0x0D }) {
      self = .table(separator: separator)
    } else {
      self = .document
    }
  }

  /// The separator of a first line that names columns of a talk table.
  private static func separator(ofHeader line: ArraySlice<UInt8>) -> UInt8? {
    for separator in [UInt8(ascii: "\t"), UInt8(ascii: ",")] {
      let names = line.split(separator: separator).map {
        TableColumns.normalized(
          String(decoding: $0.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
      }
      let known = Set(names).intersection(TableColumns.fieldNames)
      if names.count >= 2, !known.isDisjoint(with: ["title", "text"]), known.count >= 2 {
        return separator
      }
    }
    return nil
  }
}
