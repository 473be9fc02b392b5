internal import Talks

/// A whole file of an annotation tool.
struct LabelledFile: Equatable {
  /// A talk and where its record begins.
  struct Entry: Equatable {
    var location: SourceLocation
    var content: DeckContent
  }

  /// The talks in the order of the file.
  private(set) var entries: [Entry] = []
  /// Records that cannot be used.
  private(set) var failures: [IngestionError] = []
  /// Records that annotators rejected, ignored or cancelled.
  private(set) var skippedCount = 0

  /// Reads UTF-8 without a byte order mark.
  ///
  /// A bad record costs that record alone.
  static func read(
    _ bytes: [UInt8], as format: LabelledFormat, scheme: Scheme, path: String
  ) -> LabelledFile {
    var file = LabelledFile()
    let names = PoleNames(scheme)
    var json = JSONParser()
    if format.isLines {
      var line = 0
      for record in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        line += 1
        guard record.contains(where: { $0 > 0x20 }) else { continue }
        let location = SourceLocation(path: path, line: line)
        file.add(Array(record), format, names, location, &json)
      }
      return file
    }
    var elements = JSONArrayElements(bytes)
    do throws(JSONArrayElements.NotClosed) {
      while let (record, line) = try elements.next() {
        file.add(Array(record), format, names, SourceLocation(path: path, line: line), &json)
      }
    } catch {
      file.failures.append(
        IngestionError(
          at: SourceLocation(path: path, line: error.line),
          reason: "not valid JSON: the array is not closed", remedy: "export the file again"))
    }
    return file
  }

  private mutating func add(
    _ record: [UInt8], _ format: LabelledFormat, _ names: PoleNames, _ location: SourceLocation,
    _ json: inout JSONParser
  ) {
    do throws(IngestionError) {
      if let content = try format.read(record, names: names, at: location, json: &json) {
        entries.append(Entry(location: location, content: content))
      } else {
        skippedCount += 1
      }
    } catch {
      failures.append(error)
    }
  }
}
