internal import Classification
public import Ingestion
internal import Talks

/// Reads everything people have into talks, on several cores, in order.
public struct TalkIngestion: Sendable {
  /// Cores used at once.
  public let workerCount: Int

  /// Creates an ingestion.
  public init(workerCount: Int) { self.workerCount = workerCount }

  /// Reads everything a reader has.
  ///
  /// - Parameters:
  ///   - reader: Where the records come from.
  ///   - consume: Takes each talk or failure, in input order, on the caller's task.
  /// - Throws: What `consume` throws.
  public func run(
    _ reader: inout RecordReader,
    consume: (Result<IngestedTalk, IngestionError>, _ bytesRead: Int) throws -> Void
  ) async throws {
    let parser = RecordParser(options: reader.options)
    var source = reader
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      isPaused: { source.isPaused() },
      next: { BatchClassifier.records(from: &source) },
      makeWorker: { ParsingWorker() },
      transform: { records, worker in
        var results: [Result<IngestedTalk, IngestionError>] = []
        while let (_, parsed) = records.parseNext(parser, &worker.scratch) { results += parsed }
        return results
      },
      consume: { results in
        for result in results { try consume(result, source.bytesRead) }
      })
    reader = source
  }
}

// SAFETY: because OrderedConcurrentMap lends a worker to one task at a time and
// awaits that task before it lends the worker again.
/// One worker's memory for parsing.
private final class ParsingWorker: @unchecked Sendable {
  var scratch = RecordParser.Scratch()
}
