internal import Classification
internal import Ingestion
internal import Tokenization

// SAFETY: because OrderedConcurrentMap lends a worker to one task at a time and
// awaits that task before it lends the worker again.
/// One worker of a batch: the memory for parsing records and for classifying them.
final class BatchWorker: @unchecked Sendable {
  var parsing = RecordParser.Scratch()
  let classifier: ClassifierWorker

  /// Opens a worker's memory.
  init() throws(ICUError) { classifier = try ClassifierWorker() }
}
