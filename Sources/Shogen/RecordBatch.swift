internal import Ingestion

// SAFETY: because OrderedConcurrentMap hands a batch from the reader to one task, and
// nobody else keeps it.
/// Records on their way to a worker, each given up once it is parsed: one may be the
/// larger part of all memory in use.
final class RecordBatch: @unchecked Sendable {
  /// Records there were.
  let count: Int
  /// The last first.
  private var records: [RawRecord]

  init(_ records: consuming [RawRecord]) {
    count = records.count
    records.reverse()
    self.records = records
  }

  /// The talks of the next record and where it stands, or nil at the end.
  func parseNext(
    _ parser: RecordParser, _ scratch: inout RecordParser.Scratch
  ) -> (location: SourceLocation, results: [Result<IngestedTalk, IngestionError>])? {
    guard let location = records.last?.location else { return nil }
    return (location, parser.parse(records.removeLast(), scratch: &scratch))
  }
}
