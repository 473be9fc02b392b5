/// Cuts talk JSONL, or what an annotation tool exports line by line, into lines;
/// empty lines are no records.
struct LineCutter: RecordCutter {
  private var lines: LineSplitter
  private let path: String
  private let format: LabelledFormat?
  private var hasFailed = false

  init(
    _ source: ByteSource, beginning: [UInt8], path: String, format: LabelledFormat? = nil
  ) {
    self.format = format
    lines = LineSplitter(source, beginning: beginning)
    self.path = path
  }

  mutating func next() -> RawRecord? {
    guard !hasFailed else { return nil }
    do throws(IngestionError) {
      while let line = try lines.next(path: path) {
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        let location = SourceLocation(path: path, line: lines.lineNumber)
        return RawRecord(
          location: location,
          payload: format.map { .labelled(line, format: $0) } ?? .line(line))
      }
      return nil
    } catch {
      hasFailed = true
      return RawRecord(location: error.location, payload: .failure(error))
    }
  }
}
