/// Cuts comma- or tab-separated text into rows; a quoted field may hold line ends.
///
/// - SeeAlso: RFC 4180.
final class TableCutter: RecordCutter {
  private var lines: LineSplitter
  private let path: String
  private let columns: TableColumns
  private var hasFailed = false
  /// Lines that a row with an unclosed quote took with it, and the line of the first.
  private var swallowed: ArraySlice<[UInt8]> = []
  private var swallowedLine = 0
  /// The line that gave such a row away; a row begins there.
  private var pushedBack: [UInt8]?

  init(
    _ source: ByteSource, beginning: [UInt8], path: String, separator: UInt8,
    options: ReadingOptions
  ) throws(IngestionError) {
    lines = LineSplitter(source, beginning: beginning)
    self.path = path
    let location = SourceLocation(path: path, line: 1)
    let header = try lines.next(path: path) ?? []
    try TextDecoding.validate(header, at: location)
    columns = try TableColumns(
      header: TableRow.fields(
        of: String(decoding: header, as: UTF8.self), separator: separator),
      separator: separator, options: options, at: location)
  }

  func next() -> RawRecord? {
    guard !hasFailed else { return nil }
    do throws(IngestionError) {
      if let record = recovered() { return record }
      return try nextRow()
    } catch {
      hasFailed = true
      return failure(error)
    }
  }

  private func nextRow() throws(IngestionError) -> RawRecord? {
    while let first = try nextLine() {
      guard !isBlank(first) else { continue }
      let line = lines.lineNumber
      var row = [first]
      var byteCount = first.count
      var isOpen = scan(first, isQuoted: false).isQuoted
      while isOpen {
        guard byteCount <= RecordParser.maximumByteCount, let next = try nextLine() else {
          return unclosedQuote(row, line)
        }
        let end = scan(next, isQuoted: true)
        guard !end.hasTextAfterQuote else {
          // The quote that opens a field of this row closed the field of that one.
          pushedBack = next
          return unclosedQuote(row, line)
        }
        row.append(next)
        byteCount += next.count + 1
        isOpen = end.isQuoted
      }
      return record(Array(row.joined(separator: [0x0A])), line)
    }
    return nil
  }

  private func nextLine() throws(IngestionError) -> [UInt8]? {
    guard let line = pushedBack else { return try lines.next(path: path) }
    pushedBack = nil
    return line
  }

  /// After an unclosed quote, the lines it swallowed, each as a row of its own:
  /// one bad row must not cost the rows after it. (None of them can begin a row of
  /// several lines: it would meet the same end.)
  private func recovered() -> RawRecord? {
    while let line = swallowed.popFirst() {
      let number = swallowedLine
      swallowedLine += 1
      guard !isBlank(line) else { continue }
      guard !scan(line, isQuoted: false).isQuoted else { return failure(unclosedQuote(number)) }
      return record(line, number)
    }
    return nil
  }

  /// Reports a row and keeps the lines it swallowed for ``recovered()``.
  private func unclosedQuote(_ row: [[UInt8]], _ line: Int) -> RawRecord {
    swallowed = row.dropFirst()
    swallowedLine = line + 1
    return failure(unclosedQuote(line))
  }

  private func unclosedQuote(_ line: Int) -> IngestionError {
    IngestionError(
      at: SourceLocation(path: path, line: line),
      reason: "a quote opened in this row is never closed",
      remedy: "close it; a quote inside a field is written twice")
  }

  private func record(_ bytes: [UInt8], _ line: Int) -> RawRecord {
    RawRecord(
      location: SourceLocation(path: path, line: line), payload: .row(bytes, columns: columns))
  }

  private func failure(_ error: IngestionError) -> RawRecord {
    RawRecord(location: error.location, payload: .failure(error))
  }

  /// Whether a line has nothing but separators, as spreadsheets write empty rows.
  private func isBlank(_ line: [UInt8]) -> Bool {
    line.allSatisfy { $0 <= 0x20 || $0 == columns.separator }
  }

  /// The scanner at the end of a line.
  private func scan(_ line: [UInt8], isQuoted: Bool) -> QuoteScanner {
    var scanner = QuoteScanner(separator: columns.separator, isQuoted: isQuoted)
    for byte in line { _ = scanner.next(byte) }
    return scanner
  }
}
