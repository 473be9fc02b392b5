import Shogen
import TestSupport
import Testing

@testable import Evaluation

@Suite("Learning curves")
struct LearningCurveTests {
  private static func measure(
    _ sizes: [Int], draws: Int = 6, workers: Int = 2, talks: [Talk] = TinyCorpus.talks,
    lexicon: Lexicon = Lexicon(), progress: (Double) -> Void = { _ in }
  ) async throws -> [LearningCurve.Point] {
    let labelled = try LabelledTalks(
      talks: talks, scheme: .standard, lexicon: lexicon, settings: TinyCorpus.settings)
    return try await LearningCurve(sizes: sizes, drawCount: draws).measure(
      labelled, settings: TinyCorpus.settings, workerCount: workers, progress: progress)
  }

  @Test("are the same for 1 and 2 workers, and tell of their progress to the end")
  func workers() async throws {
    var shares: [Double] = []
    let one = try await Self.measure([4, 8], workers: 1)
    let two = try await Self.measure([4, 8], workers: 2, progress: { shares.append($0) })
    #expect(one == two)
    #expect(shares.count == 24)
    #expect(shares == shares.sorted())
    #expect(shares.last == 1)
  }

  @Test("have a point an axis and size, with figures in their interval")
  func points() async throws {
    let points = try await Self.measure([4, 10])
    #expect(points.map(\.axis) == ["depth", "depth", "scope", "scope"])
    #expect(points.map(\.talkCount) == [4, 10, 4, 10])
    for point in points {
      for estimate in [point.accuracy, point.macroF1] {
        #expect(0 <= estimate.low && estimate.high <= 1)
        #expect(estimate.low <= estimate.value && estimate.value <= estimate.high)
      }
    }
    // Talks that can be told apart: two held out of twelve are nearly always right.
    #expect(points[1].accuracy.value > 0.8)
  }

  @Test("leave out sizes with nothing to judge on or nothing to learn from")
  func sizes() async throws {
    let points = try await Self.measure([0, 1, 6, 12, 50])
    #expect(points.map(\.talkCount) == [6, 6])
  }

  @Test("pass over an axis that only the lexicon knows")
  func unlabelledAxis() async throws {
    let talks = TinyCorpus.talks.map { talk in
      var talk = talk
      talk.labels["scope"] = nil
      return talk
    }
    await #expect(throws: TrainingError.noLabels(axis: "scope")) {
      try await Self.measure([6], talks: talks)
    }
    let lexicon = Lexicon(entries: [
      LexiconEntry(term: "全社", hints: [.init(axis: "scope", pole: "cross-cutting", weight: 1)])
    ])
    let points = try await Self.measure([6], talks: talks, lexicon: lexicon)
    #expect(points.map(\.axis) == ["depth"])
  }
}
