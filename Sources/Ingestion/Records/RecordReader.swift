/// Cuts inputs into records, one after the other, in bounded memory.
///
/// Not thread-safe: pulled from one task. Parsing, the expensive part, is left to
/// ``RecordParser``, which workers share.
public struct RecordReader {
  private var files: ArraySlice<InputFiles.File>
  private var failures: ArraySlice<IngestionError>
  /// How the inputs are read; a parser of the records needs the same.
  public let options: ReadingOptions
  private var current: (any RecordCutter)?
  /// What converting the current file changed, until its first record tells of it.
  private var conversion = ReadingNotes()

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
      if let cutter = current {
        if var record = cutter.next() {
          record.notes = conversion
          conversion = ReadingNotes()
          bytesRead += record.byteCount
          return record
        }
        current = nil
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

  /// Whether the next record has to be waited for: the input pauses.
  public func isPaused() -> Bool { current?.isPaused() ?? (files.first?.path == "-") }

  /// Opens a file; a document is a record at once.
  private mutating func open(_ file: InputFiles.File) throws(IngestionError) -> RawRecord? {
    var source = try ByteSource(path: file.path)
    let isFilter = file.path == "-" && options.countsInputLines
    if isFilter, options.format == .talkLines {
      // Nothing is left to recognize, so nothing has to be waited for.
      current = LineCutter(source, beginning: [], path: file.path, countsEmptyLines: true)
      return nil
    }
    var beginning = try source.next()
    // A pipe may give its first bytes one by one.
    while !beginning.isEmpty, !beginning.contains(where: { $0 > 0x20 }),
      case let more = try source.next(),
      !more.isEmpty
    {
      beginning += more
    }
    if isFilter, beginning.isEmpty { return nil }
    let location = SourceLocation(path: file.path)
    if isRecords(file.path), !Self.isUTF8(beginning) {
      // The encoding is told from a whole text, so such a file is read at once.
      let bytes = try source.rest(after: beginning, at: location)
      conversion = ReadingNotes()
      let text = try? EncodingConversion.utf8(from: bytes, at: location, notes: &conversion)
      let isConverted = conversion[.convertedEncoding] > 0
      if !isConverted { conversion = ReadingNotes() }
      // What is no other encoding is UTF-8 with bad bytes; their records say so.
      beginning = isConverted ? text ?? bytes : bytes
      source = .empty
    }
    guard isFilter || beginning.contains(where: { $0 > 0x20 }) else {
      throw IngestionError(
        at: location, reason: "the file is empty", remedy: "give a file with a talk in it")
    }
    var cutting = options.format?.cutting ?? Cutting(beginning: beginning, path: file.path)
    if isFilter, options.format == nil, cutting == .document {
      // A first line that is no talk must not make a document of all that follow.
      beginning = try source.rest(after: beginning, at: location)
      source = .empty
      if Cutting.hasTalkLine(beginning) { cutting = .talkLines }
    }
    switch cutting {
    case .talkLines:
      current = LineCutter(
        source, beginning: beginning, path: file.path, countsEmptyLines: isFilter)
      return nil
    case .labelled(let format) where format.isLines:
      current = LineCutter(source, beginning: beginning, path: file.path, format: format)
      return nil
    case .table(let separator):
      current = try TableCutter(
        source, beginning: beginning, path: file.path, separator: separator, options: options)
      return nil
    case .labelled(let format):
      let bytes = try source.rest(after: beginning, at: location)
      return RawRecord(location: location, payload: .labelled(bytes, format: format))
    case .document:
      guard file.path == "-" else {
        bytesRead += beginning.count
        return RawRecord(location: location, payload: .file(stem: file.stem))
      }
      let bytes = try source.rest(after: beginning, at: location)
      return RawRecord(location: location, payload: .document(bytes, stem: file.stem))
    }
  }

  /// Whether a file holds records by its name or by the format asked for.
  private func isRecords(_ path: String) -> Bool {
    if let format = options.format { return format.cutting != .document }
    return [".csv", ".tsv", ".jsonl", ".ndjson"].contains { path.hasSuffix($0) }
  }

  /// Whether a beginning is UTF-8 as far as it can be told: its last character may be
  /// cut, and a NUL is UTF-16's.
  private static func isUTF8(_ beginning: [UInt8]) -> Bool {
    guard !beginning.prefix(64).contains(0) else { return false }
    let tail = beginning.suffix(3).lastIndex { $0 >= 0xC0 } ?? beginning.count
    return EncodingConversion.isUTF8(beginning)
      || EncodingConversion.isUTF8(Array(beginning[..<tail]))
  }

  private static func failed(_ error: IngestionError) -> RawRecord {
    RawRecord(location: error.location, payload: .failure(error))
  }
}

/// Cuts one open file into records.
///
/// A class, so that its buffers are never copied with a reader.
protocol RecordCutter: AnyObject {
  /// The next record, or nil at the end.
  func next() -> RawRecord?
  /// Whether the next record has to be waited for.
  func isPaused() -> Bool
}

extension RecordCutter {
  /// By default no: what is read is a file.
  func isPaused() -> Bool { false }
}
