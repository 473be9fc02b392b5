import Evaluation
import Shogen
import TestSupport
import Testing

@Suite("Labels that mean nothing, with a search of settings")
struct SearchNoiseTests {
  /// Talks of words drawn at random, with labels drawn at random.
  private static func talks(seed: UInt64) -> [Talk] {
    var generator = SeededGenerator(seed: seed)
    let syllables = ["ba", "ke", "lo", "mi", "nu", "pa", "re"]
    return generator.permutation(20).map { index in
      let words = (0..<8).map { _ in
        syllables[generator.below(7)] + syllables[generator.below(7)] + "x"
      }
      return Talk(
        id: "\(index)", title: "", slides: [Slide(number: 1, text: words.joined(separator: "\n"))],
        labels: ["depth": index < 10 ? "basic" : "advanced"])
    }
  }

  @Test("are placed by chance, whatever the search finds in vectors that mean nothing")
  func chance() async throws {
    var search = SettingsSearch()
    search.maximumRepeats = 1
    search.foldCount = 3
    search.inverseRegularizations = [1, 10]
    search.vectorStrengths = [0, 2]
    let settings = TrainingSettings(
      features: FeatureSettings(usesPairs: false, minimumDocumentFrequency: 1), search: search)
    let scheme = try Scheme(axes: [Scheme.standard.axes[0]])
    var covered = 0
    var sum = 0.0
    for seed in 1...6 as ClosedRange<UInt64> {
      let talks = Self.talks(seed: seed)
      let words = Set(talks.flatMap { $0.slides[0].text.split(separator: "\n").map(String.init) })
        .sorted()
      var generator = SeededGenerator(seed: seed + 100)
      let vectors = try WordVectors(
        dimension: 4, words: words, rows: words.indices.map(UInt32.init),
        values: (0..<words.count * 4).map { _ in Float.random(in: -1...1, using: &generator) },
        source: "noise")
      let report = try await CrossValidation(foldCount: 4, repeatCount: 2, permutationCount: 0)
        .evaluate(
          LabelledTalks(
            talks: talks, scheme: scheme, knowledge: PriorKnowledge(vectors: vectors),
            settings: settings), settings: settings, workerCount: 2)
      let accuracy = try #require(report.axes.first).accuracy
      if accuracy.low <= 0.5, accuracy.high >= 0.5 { covered += 1 }
      sum += accuracy.value
    }
    // Intervals hold the truth 19 times in 20; one of six may miss it.
    #expect(covered >= 5)
    #expect(abs(sum / 6 - 0.5) < 0.1)
  }
}
