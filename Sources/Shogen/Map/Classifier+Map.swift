public import Classification
public import Comparison
public import Ingestion
internal import Talks
internal import Tokenization

extension Classifier {
  /// Places a corpus on a map, on several cores.
  ///
  /// - Parameters:
  ///   - corpus: The talks with their labels.
  ///   - name: What the map is called; empty for no name.
  ///   - axes: Positions of the one or two axes to draw; nil for the first ones.
  ///   - programme: All talks of the event, to tell which have slides.
  ///   - reasonCount: Terms kept as reasons for each linear output.
  ///   - workerCount: Cores used at once; the map does not depend on it.
  /// - Returns: All that a picture or a page of the talks shows.
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func map(
    of corpus: Corpus, name: String = "", axes: [Int]? = nil, programme: Programme? = nil,
    reasonCount: Int = 8, workerCount: Int = 1
  ) async throws -> TalkMap {
    let placer = TalkPlacer(classifier: self, reasonCount: reasonCount)
    let placed = try await placer.places(of: corpus, workerCount: workerCount)
    var programme = programme
    for talk in corpus.talks { programme?.add(talk) }
    return TalkMap(
      name: name, talks: placed, frequencies: try placer.frequencies(of: corpus.talks),
      scheme: model.scheme, axes: axes ?? Array(model.scheme.axes.indices.prefix(2)),
      minimumProbabilities: minimumProbabilities, modelHash: modelHash, programme: programme,
      failureCount: corpus.failures.count)
  }
}

extension TalkPlacer {
  /// Places the talks of a corpus, in order.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  func places(of corpus: Corpus, workerCount: Int) async throws -> [PlacedTalk] {
    var next = 0
    var placed: [PlacedTalk] = []
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      next: {
        defer { next += 1 }
        return next < corpus.talks.count ? next : nil
      },
      makeWorker: { try PlacingWorker() },
      transform: { (index: Int, worker) -> Result<PlacedTalk, ICUError> in
        do throws(ICUError) {
          let notes =
            corpus.notes.indices.contains(index) ? corpus.notes[index] : ReadingNotes()
          return .success(
            try place(
              corpus.talks[index], notes: notes, isUnfit: corpus.unfit.contains(index),
              scratch: &worker.scratch))
        } catch {
          return .failure(error)
        }
      },
      consume: { placed.append(try $0.get()) })
    return placed
  }
}

// SAFETY: because OrderedConcurrentMap lends a worker to one task at a time and
// awaits that task before it lends the worker again.
/// One worker's memory for placing talks.
private final class PlacingWorker: @unchecked Sendable {
  var scratch: ClassifierScratch

  /// Opens a worker's memory.
  init() throws(ICUError) { scratch = try ClassifierScratch() }
}
