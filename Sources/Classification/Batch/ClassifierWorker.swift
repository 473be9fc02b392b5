internal import Features
public import Talks
public import Tokenization

// SAFETY: because OrderedConcurrentMap lends a worker to one task at a time and
// awaits that task before it lends the worker again.
/// One worker of a batch: the scratch memory that moves from task to task.
public final class ClassifierWorker: @unchecked Sendable {
  private var scratch: ClassifierScratch

  /// Opens a worker's memory.
  ///
  /// - Throws: ``ICUError`` when ICU lacks its Japanese data.
  public init() throws(ICUError) { scratch = try ClassifierScratch() }

  /// Places one talk.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func prediction(
    for talk: Talk, by classifier: Classifier
  ) throws(ICUError) -> Prediction {
    try classifier.prediction(for: talk, scratch: &scratch)
  }

  /// Words of the last talk after stop words were dropped.
  public var tokenCount: Int { scratch.features.tokenCount }
}
