internal import Talks

/// Turns records into talks.
///
/// Immutable, shared by all workers.
public struct RecordParser: Sendable {
  /// Bytes one talk may have.
  public static let maximumByteCount = 256 * 1024 * 1024

  /// Creates a parser.
  public init() {}

  /// The talks of a record, or why there are none, in their order.
  public func parse(_ record: RawRecord) -> [Result<IngestedTalk, IngestionError>] {
    do throws(IngestionError) {
      return [.success(try talk(record))]
    } catch {
      return [.failure(error)]
    }
  }

  private func talk(_ record: RawRecord) throws(IngestionError) -> IngestedTalk {
    let location = record.location
    let stem = location.path == "-" ? "stdin" : location.path
    var notes = ReadingNotes()
    switch record.payload {
    case .failure(let error):
      throw error
    case .line(let bytes):
      try TextDecoding.validate(bytes, at: location)
      let line = try TalkLine.parse(bytes, at: location)
      let talk = try line.talk(at: location, stem: stem, notes: &notes)
      return IngestedTalk(talk: talk, location: location, layout: .talkLines, notes: notes)
    case .row(let bytes, let columns):
      let text = try TextDecoding.text(of: bytes, at: location, notes: &notes)
      let talk = try TableRow.talk(text, columns: columns, at: location, stem: stem)
      return IngestedTalk(talk: talk, location: location, layout: .table, notes: notes)
    case .document(let bytes, let stem):
      return try document(bytes, stem: stem, location)
    case .file(let stem):
      return try document(contents(location), stem: stem, location)
    }
  }

  private func document(
    _ bytes: [UInt8], stem: String, _ location: SourceLocation
  ) throws(IngestionError) -> IngestedTalk {
    var notes = ReadingNotes()
    let text = try TextDecoding.text(
      of: bytes, keepsFormFeeds: true, at: location, notes: &notes)
    let ingested = DocumentReader.read(text, id: stem, location: location, notes: notes)
    guard !ingested.talk.title.isEmpty || !ingested.talk.slides.isEmpty else {
      throw IngestionError(
        at: location, reason: "neither a title nor slide text in it",
        remedy: "save the talk's own page, or give its text")
    }
    return ingested
  }

  private func contents(_ location: SourceLocation) throws(IngestionError) -> [UInt8] {
    let source = try ByteSource(path: location.path)
    var bytes: [UInt8] = []
    while case let chunk = try source.next(), !chunk.isEmpty {
      bytes += chunk
      guard bytes.count <= Self.maximumByteCount else {
        throw IngestionError(
          at: location, reason: "more than \(Self.maximumByteCount) bytes in one talk",
          remedy: "give one talk a file, or JSONL with one a line")
      }
    }
    return bytes
  }
}
