/// Cuts inputs into records, one after the other, in bounded memory.
///
/// Not thread-safe: pulled from one task. Parsing, the expensive part, is left to
/// ``RecordParser``, which workers share.
public struct RecordReader {
  private var files: ArraySlice<InputFiles.File>
  private var failures: ArraySlice<IngestionError>
  private let options: ReadingOptions
  private var current: (any RecordCutter)?

  /// Bytes read so far: how far a progress bar is.
  public private(set) var bytesRead = 0

  /// Creates a reader of some files.
  public init(_ inputs: InputFiles, options: ReadingOptions = ReadingOptions()) {
    files = inputs.files[...]
    failures = inputs.failures[...]
    self.options = options
  }

  /// The next record, or nil at the end; what cannot be read is a record too.
  public mutating func next() -> RawRecord? {
    while true {
      if var cutter = current {
        let record = cutter.next()
        bytesRead += record?.byteCount ?? 0
        current = record == nil ? nil : cutter
        if let record { return record }
      }
      if let failure = failures.popFirst() { return Self.failed(failure) }
      guard let file = files.popFirst() else { return nil }
      do throws(IngestionError) {
        if let record = try open(file) { return record }
      } catch {
        return Self.failed(error)
      }
    }
  }

  /// Opens a file; a document is a record at once.
  private mutating func open(_ file: InputFiles.File) throws(IngestionError) -> RawRecord? {
    let source = try ByteSource(path: file.path)
    let beginning = try source.next()
    let location = SourceLocation(path: file.path)
    guard beginning.contains(where: { $0 > 0x20 }) else {
      throw IngestionError(
        at: location, reason: "the file is empty", remedy: "give a file with a talk in it")
    }
    switch InputFormat(beginning: beginning, path: file.path) {
    case .talkLines:
      current = LineCutter(source, beginning: beginning, path: file.path)
      return nil
    case .table(let separator):
      current = try TableCutter(
        source, beginning: beginning, path: file.path, separator: separator, options: options)
      return nil
    case .document:
      guard file.path == "-" else {
        bytesRead += beginning.count
        return RawRecord(location: location, payload: .file(stem: file.stem))
      }
      var bytes = beginning
      while case let chunk = try source.next(), !chunk.isEmpty {
        bytes += chunk
        guard bytes.count <= RecordParser.maximumByteCount else {
          throw IngestionError(
            at: location, reason: "more than \(RecordParser.maximumByteCount) bytes in one talk",
            remedy: "give one talk a file, or JSONL with one a line")
        }
      }
      return RawRecord(location: location, payload: .document(bytes, stem: file.stem))
    }
  }

  private static func failed(_ error: IngestionError) -> RawRecord {
    RawRecord(location: error.location, payload: .failure(error))
  }
}

/// Cuts one open file into records.
protocol RecordCutter {
  /// The next record, or nil at the end.
  mutating func next() -> RawRecord?
}
