public import Classification
public import Ingestion
internal import Talks

/// Classifies a stream of records on several cores, in order, in bounded memory.
public struct BatchClassifier: Sendable {
  /// What a record gave.
  public enum Outcome: Sendable {
    /// Where a talk is placed.
    case prediction(Prediction)
    /// Why there is no prediction.
    case failure(IngestionError)
  }

  /// The outcomes of a stretch of the input and what they were written as.
  public struct Batch: Sendable {
    /// Records the outcomes are of; one may give several talks, or none.
    public var recordCount = 0
    /// One outcome a talk or failed record, in input order.
    public var outcomes: [Outcome] = []
    /// The outcomes as the writer rendered them.
    public var text = ""
    /// UTF-8 bytes of ``text`` up to and with the first failure, or all of them.
    public var byteCountToFirstFailure = 0
    /// UTF-8 bytes of the talks' texts.
    public var byteCount = 0
    /// Words that were counted.
    public var tokenCount = 0
  }

  /// The model in force.
  public let classifier: Classifier
  /// Cores used at once.
  public let workerCount: Int

  /// A batch is worked on once it has this many bytes or ``maximumRecords``.
  ///
  /// Handing a batch over costs up to 50 µs: a hundredth of what its work takes.
  static let targetBytes = 256 * 1024
  static let maximumRecords = 256

  /// Creates a batch classifier.
  public init(classifier: Classifier, workerCount: Int) {
    self.classifier = classifier
    self.workerCount = workerCount
  }

  /// Classifies everything a reader has.
  ///
  /// - Parameters:
  ///   - reader: Where the records come from.
  ///   - render: Turns an outcome into output; runs in the workers.
  ///   - consume: Takes each batch, in input order, on the caller's task.
  /// - Throws: What `consume` throws, and ``ICUError`` when ICU lacks its data.
  public func run(
    _ reader: inout RecordReader, render: @escaping @Sendable (Outcome) -> String,
    consume: (Batch, _ bytesRead: Int) throws -> Void
  ) async throws {
    let parser = RecordParser(options: reader.options)
    var source = reader
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      isPaused: { source.isPaused() },
      next: { Self.records(from: &source) },
      makeWorker: { try BatchWorker() },
      transform: { records, worker in
        var batch = Batch()
        batch.recordCount = records.count
        while let (location, results) = records.parseNext(parser, &worker.parsing) {
          for result in results {
            let outcome = place(result, at: location, worker.classifier, &batch)
            batch.text += render(outcome)
            batch.outcomes.append(outcome)
            if case .failure = outcome, batch.byteCountToFirstFailure == 0 {
              batch.byteCountToFirstFailure = batch.text.utf8.count
            }
          }
        }
        if batch.byteCountToFirstFailure == 0 {
          batch.byteCountToFirstFailure = batch.text.utf8.count
        }
        return batch
      },
      consume: { try consume($0, source.bytesRead) })
    reader = source
  }

  /// The next batch; a short one where the input pauses, so that whoever writes a line
  /// and waits gets its answer.
  static func records(from reader: inout RecordReader) -> RecordBatch? {
    var records: [RawRecord] = []
    var bytes = 0
    while bytes < targetBytes, records.count < maximumRecords,
      records.isEmpty || !reader.isPaused(), let record = reader.next()
    {
      bytes += record.byteCount
      records.append(record)
    }
    return records.isEmpty ? nil : RecordBatch(records)
  }

  private func place(
    _ result: Result<IngestedTalk, IngestionError>, at location: SourceLocation,
    _ worker: ClassifierWorker, _ batch: inout Batch
  ) -> Outcome {
    switch result {
    case .failure(let error):
      return .failure(error)
    case .success(let ingested):
      do {
        var prediction = try worker.prediction(for: ingested.talk, by: classifier)
        if ingested.isUnfit { prediction.warnings.append(.damagedText) }
        batch.byteCount += ingested.talk.byteCount
        batch.tokenCount += worker.tokenCount
        return .prediction(prediction)
      } catch {
        return .failure(
          IngestionError(
            at: location, id: ingested.talk.id, reason: "the text could not be tokenized",
            remedy: error.description))
      }
    }
  }
}
