import Classification
import Shogen
import TestSupport
import Testing

@Suite("A batch")
struct BatchDeterminismTests {
  static let talks =
    FixtureTexts.titles + FixtureTexts.decks + TinyCorpus.talks
    + FixtureTexts.hostile.map { Talk(title: "ーあ", text: $0) }

  @Test("places every talk as it is placed alone, bit for bit", arguments: [1, 2, 7])
  func equalsSerial(workerCount: Int) async throws {
    let classifier = try Classifier(model: TinyCorpus.makeTinyModel())
    let expected = try Self.talks.map { try classifier.classify($0) }
    #expect(Set(expected.compactMap(\.quadrant)).count > 1)
    let found = try await predictions(of: Self.talks, by: classifier, workerCount)
    #expect(found == expected)
    let backward = try await predictions(of: Self.talks.reversed(), by: classifier, workerCount)
    #expect(backward.reversed() == expected)
  }

  private func predictions(
    of talks: [Talk], by classifier: Classifier, _ workerCount: Int
  ) async throws -> [Prediction] {
    var position = 0
    var results: [Prediction?] = []
    try await OrderedConcurrentMap(workerCount: workerCount).run(
      next: { () -> Talk? in
        guard position < talks.count else { return nil }
        position += 1
        return talks[position - 1]
      },
      makeWorker: { try ClassifierWorker() },
      transform: { talk, worker in try? worker.prediction(for: talk, by: classifier) },
      consume: { results.append($0) })
    return try results.map { try #require($0) }
  }
}
