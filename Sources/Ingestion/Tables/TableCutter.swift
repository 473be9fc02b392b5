/// Cuts comma- or tab-separated text into rows; a quoted field may hold line ends.
///
/// - SeeAlso: RFC 4180.
struct TableCutter: RecordCutter {
  private var lines: LineSplitter
  private let path: String
  private let columns: TableColumns
  private var hasFailed = false
  private var swallowed: ArraySlice<[UInt8]> = []
  private var swallowedLine = 0

  init(
    _ source: ByteSource, beginning: [UInt8], path: String, separator: UInt8,
    options: ReadingOptions
  ) throws(IngestionError) {
    lines = LineSplitter(source, beginning: beginning)
    self.path = path
    let location = SourceLocation(path: path, line: 1)
    let header = try lines.next(path: path) ?? []
    guard let text = String(validating: header, as: UTF8.self) else {
      throw IngestionError(
        at: location, reason: "the header is not valid UTF-8",
        remedy: "convert the file, for example with 'iconv -f CP932 -t UTF-8'")
    }
    columns = try TableColumns(
      header: TableRow.fields(of: text, separator: separator), separator: separator,
      options: options, at: location)
  }

  mutating func next() -> RawRecord? {
    guard !hasFailed else { return nil }
    do throws(IngestionError) {
      if let record = try recovered() { return record }
      return try nextRow()
    } catch {
      // What an unclosed quote swallowed is still to come; else reading failed.
      hasFailed = swallowed.isEmpty
      return RawRecord(location: error.location, payload: .failure(error))
    }
  }

  private mutating func nextRow() throws(IngestionError) -> RawRecord? {
    while let first = try lines.next(path: path) {
      guard first.contains(where: { $0 > 0x20 }) else { continue }
      let line = lines.lineNumber
      var row = [first]
      var byteCount = first.count
      var isOpen = isOpen(after: first, wasOpen: false)
      while isOpen {
        guard let next = try lines.next(path: path), byteCount <= RecordParser.maximumByteCount
        else {
          swallowed = row.dropFirst()
          swallowedLine = line + 1
          throw unclosedQuote(line)
        }
        row.append(next)
        byteCount += next.count + 1
        isOpen = self.isOpen(after: next, wasOpen: true)
      }
      return record(Array(row.joined(separator: [0x0A])), line)
    }
    return nil
  }

  /// After an unclosed quote, the lines it swallowed, each as a row of its own:
  /// one bad row must not cost the rows after it.
  private mutating func recovered() throws(IngestionError) -> RawRecord? {
    while let line = swallowed.popFirst() {
      let number = swallowedLine
      swallowedLine += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      guard !isOpen(after: line, wasOpen: false) else { throw unclosedQuote(number) }
      return record(line, number)
    }
    return nil
  }

  private func record(_ bytes: [UInt8], _ line: Int) -> RawRecord {
    RawRecord(
      location: SourceLocation(path: path, line: line), payload: .row(bytes, columns: columns))
  }

  private func unclosedQuote(_ line: Int) -> IngestionError {
    IngestionError(
      at: SourceLocation(path: path, line: line),
      reason: "a quote opened in this row is never closed",
      remedy: "close it; a quote inside a field is written twice")
  }

  /// Whether a line of the table ends within a quoted field.
  private func isOpen(after line: [UInt8], wasOpen: Bool) -> Bool {
    var scanner = QuoteScanner(separator: columns.separator, isQuoted: wasOpen)
    for byte in line { _ = scanner.next(byte) }
    return scanner.isQuoted
  }
}
