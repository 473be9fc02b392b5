internal import Talks

/// Turns records into talks.
///
/// Immutable, shared by all workers; each brings a ``Scratch`` of its own.
public struct RecordParser: Sendable {
  /// What one worker's parsing reuses from record to record.
  ///
  /// Not thread-safe: one a worker.
  public struct Scratch: ~Copyable {
    var json = JSONParser()

    /// Makes the memory; small until it is used.
    public init() {}
  }

  /// Bytes one talk may have.
  public static let maximumByteCount = 256 * 1024 * 1024

  /// Bytes of a line from which the parser's memory is given back.
  private static let largeLine = 4 * 1024 * 1024

  private let format: SourceFormat?
  private let scheme: Scheme
  private let names: PoleNames
  private let repair: TextRepair?

  /// Creates a parser.
  public init(options: ReadingOptions = ReadingOptions()) {
    format = options.format
    scheme = options.scheme
    names = PoleNames(options.scheme)
    repair = options.repairsText ? TextRepair() : nil
  }

  /// The talks of a record, or why there are none, in their order.
  ///
  /// Makes a scratch for the call; for many records, keep one.
  public func parse(_ record: consuming RawRecord) -> [Result<IngestedTalk, IngestionError>] {
    var scratch = Scratch()
    return parse(record, scratch: &scratch)
  }

  /// The talks of a record, or why there are none, in their order.
  ///
  /// Whoever keeps no other copy of the record has its bytes back before its talks are
  /// mended.
  public func parse(
    _ record: consuming RawRecord, scratch: inout Scratch
  ) -> [Result<IngestedTalk, IngestionError>] {
    do throws(IngestionError) {
      var record = record
      return try talks(&record, &scratch)
    } catch {
      return [.failure(error)]
    }
  }

  private func talks(
    _ record: inout RawRecord, _ scratch: inout Scratch
  ) throws(IngestionError) -> [Result<IngestedTalk, IngestionError>] {
    if case .line = record.payload { return [.success(try talk(ofLine: &record, &scratch))] }
    let location = record.location
    let stem = location.path == "-" ? "stdin" : location.path
    switch record.payload {
    case .failure(let error):
      throw error
    case .line:
      return []
    case .row(let bytes, let columns):
      var notes = record.notes
      let text = try TextDecoding.text(of: bytes, at: location, notes: &notes)
      let talk = try TableRow.talk(text, columns: columns, at: location, stem: stem)
      return [.success(mended(talk, layout: .table, notes, location))]
    case .labelled(let bytes, let format):
      return try labelled(bytes, format, stem: stem, location, &scratch)
    case .document(let bytes, let stem):
      return try document(bytes, stem: stem, location)
    case .file(let stem):
      return try document(
        ByteSource(path: location.path).rest(at: location), stem: stem, location)
    }
  }

  private func talk(
    ofLine record: inout RawRecord, _ scratch: inout Scratch
  ) throws(IngestionError) -> IngestedTalk {
    let location = record.location
    let talk = try Self.talk(ofLine: record.takeLine(), at: location, &scratch)
    var notes = record.notes
    notes.add(EarlierReading.losses(of: talk, json: &scratch.json, at: location))
    guard repair != nil, DamageHint.isFound(in: talk) else {
      return IngestedTalk(talk: talk, location: location, layout: .talkLines, notes: notes)
    }
    return mended(consume talk, layout: .talkLines, notes, location)
  }

  /// Reads a line; when it returns, neither the line nor a large parser's memory, which
  /// is many times the line, is kept.
  private static func talk(
    ofLine bytes: consuming [UInt8], at location: SourceLocation, _ scratch: inout Scratch
  ) throws(IngestionError) -> Talk {
    let isLarge = bytes.count > largeLine
    let stem = location.path == "-" ? "stdin" : location.path
    let talk = try TalkLine.talk(bytes, at: location, stem: stem, json: &scratch.json)
    if isLarge { scratch.json = JSONParser() }
    return talk
  }

  /// A talk whose fields its source names: repaired in its texts, kept otherwise.
  private func mended(
    _ talk: consuming Talk, layout: Layout, _ notes: ReadingNotes, _ location: SourceLocation
  ) -> IngestedTalk {
    var content = DeckContent(layout: layout)
    content.title = talk.title
    content.slides = talk.slides
    content.notes = notes
    // Held once, so that a text goes when its repaired one comes.
    talk.slides = []
    repair?.repair(&content)
    talk.title = content.title ?? ""
    talk.slides = content.slides
    return IngestedTalk(talk: talk, location: location, layout: layout, notes: content.notes)
  }

  /// Records of an annotation tool; one set aside by annotators gives no talk.
  private func labelled(
    _ bytes: [UInt8], _ format: LabelledFormat, stem: String, _ location: SourceLocation,
    _ scratch: inout Scratch
  ) throws(IngestionError) -> [Result<IngestedTalk, IngestionError>] {
    if format.isLines {
      guard
        let content = try format.read(bytes, names: names, at: location, json: &scratch.json)
      else { return [] }
      return [.success(try assembled(content, stem: "\(stem):\(location.line ?? 1)", location))]
    }
    var notes = ReadingNotes()
    let text = try EncodingConversion.utf8(from: bytes, at: location, notes: &notes)
    let file = LabelledFile.read(text, as: format, scheme: scheme, path: location.path)
    return file.entries.enumerated().map { index, entry in
      var content = entry.content
      // Conversions count documents, not talks.
      if index == 0 { content.notes[.convertedEncoding] += notes[.convertedEncoding] }
      return Result { () throws(IngestionError) in
        try assembled(content, stem: "\(stem):\(entry.location.line ?? 1)", entry.location)
      }
    } + file.failures.map { .failure($0) }
  }

  private func document(
    _ bytes: consuming [UInt8], stem: String, _ location: SourceLocation
  ) throws(IngestionError) -> [Result<IngestedTalk, IngestionError>] {
    var found = try DocumentReader.read(consume bytes, as: format, at: location)
    let folders = try FolderLabels.labels(ofPath: stem, names: names, at: location)
    for index in found.indices where found[index].labels.isEmpty { found[index].labels = folders }
    return found.enumerated().map { index, content in
      Result { () throws(IngestionError) in
        try assembled(content, stem: found.count == 1 ? stem : "\(stem)#\(index + 1)", location)
      }
    }
  }

  private func assembled(
    _ content: DeckContent, stem: String, _ location: SourceLocation
  ) throws(IngestionError) -> IngestedTalk {
    try TalkAssembly.talk(content, id: stem, at: location, repair: repair)
  }
}
