/// Bytes that hold a talk, not yet parsed: what a reader hands to a worker.
public struct RawRecord: Sendable {
  enum Payload: Sendable {
    /// A line of talk JSONL.
    case line([UInt8])
    /// A row of a table, with the names of its columns.
    case row([UInt8], columns: TableColumns)
    /// A whole document that the worker reads.
    case file(stem: String)
    /// A whole document already read, from standard input.
    case document([UInt8], stem: String)
    /// Something that could not even be cut into records.
    case failure(IngestionError)
  }

  /// Where it begins.
  public var location: SourceLocation
  var payload: Payload

  /// About how many bytes of work it is.
  public var byteCount: Int {
    switch payload {
    case .line(let bytes), .row(let bytes, _), .document(let bytes, _): bytes.count
    case .file: 16 * 1024
    case .failure: 0
    }
  }
}
