/// Bytes that hold a talk, not yet parsed: what a reader hands to a worker.
public struct RawRecord: Sendable {
  enum Payload: Sendable {
    /// A line of talk JSONL.
    case line([UInt8])
    /// A row of a table, with the names of its columns.
    case row([UInt8], columns: TableColumns)
    /// A record of an annotation tool.
    case labelled([UInt8], format: LabelledFormat)
    /// A whole document that the worker reads.
    case file(stem: String)
    /// A whole document already read, from standard input.
    case document([UInt8], stem: String)
    /// Something that could not even be cut into records.
    case failure(IngestionError)
  }

  /// Where it begins.
  public var location: SourceLocation
  /// What was mended or lost before there were records: told with the first of a file.
  var notes = ReadingNotes()
  var payload: Payload

  /// A line of talk JSONL already in memory.
  public static func talkLine(_ bytes: [UInt8], at location: SourceLocation) -> RawRecord {
    RawRecord(location: location, payload: .line(bytes))
  }

  /// A whole document already in memory; its id is the path.
  public static func document(_ bytes: [UInt8], at location: SourceLocation) -> RawRecord {
    RawRecord(location: location, payload: .document(bytes, stem: location.path))
  }

  /// Gives up the bytes of a line, which may be the larger part of all memory in use.
  mutating func takeLine() -> [UInt8] {
    guard case .line(let bytes) = payload else { return [] }
    payload = .line([])
    return bytes
  }

  /// About how many bytes of work it is.
  public var byteCount: Int {
    switch payload {
    case .line(let bytes), .row(let bytes, _), .document(let bytes, _), .labelled(let bytes, _):
      bytes.count
    case .file: 16 * 1024
    case .failure: 0
    }
  }
}
