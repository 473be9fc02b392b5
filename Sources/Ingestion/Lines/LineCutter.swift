/// Cuts talk JSONL, or what an annotation tool exports line by line, into lines.
///
/// Empty lines are no records, or failed ones where each line counts.
final class LineCutter: RecordCutter {
  private var lines: LineSplitter
  private let path: String
  private let format: LabelledFormat?
  private let countsEmptyLines: Bool
  private var hasFailed = false

  init(
    _ source: ByteSource, beginning: [UInt8], path: String, format: LabelledFormat? = nil,
    countsEmptyLines: Bool = false
  ) {
    self.format = format
    self.countsEmptyLines = countsEmptyLines
    lines = LineSplitter(source, beginning: beginning)
    self.path = path
  }

  func next() -> RawRecord? {
    guard !hasFailed else { return nil }
    do throws(IngestionError) {
      while let line = try lines.next(path: path) {
        let location = SourceLocation(path: path, line: lines.lineNumber)
        guard line.contains(where: { $0 > 0x20 }) else {
          guard countsEmptyLines else { continue }
          throw IngestionError(
            at: location, reason: "the line is empty", remedy: "give each line a talk")
        }
        return RawRecord(
          location: location,
          payload: format.map { .labelled(line, format: $0) } ?? .line(line))
      }
      return nil
    } catch {
      // After a bad line there are others; after a failure to read there are none.
      hasFailed = error.kind != .badData
      return RawRecord(location: error.location, payload: .failure(error))
    }
  }

  func isPaused() -> Bool { !hasFailed && lines.isPaused() }
}
