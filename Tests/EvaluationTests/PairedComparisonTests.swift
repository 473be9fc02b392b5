import Foundation
import Shogen
import TestSupport
import Testing

@testable import Evaluation

@Suite("Paired comparisons")
struct PairedComparisonTests {
  /// Probabilities of the second pole, all talks of which the first half is of the
  /// first pole.
  private static func scored(_ probabilities: [Double]) -> [ScoredTalks] {
    let half = probabilities.count / 2
    return [
      ScoredTalks(
        poleCount: 2, classes: probabilities.indices.map { $0 < half ? 0 : 1 },
        probabilities: probabilities.map { [1 - $0, $0] })
    ]
  }

  @Test(
    "McNemar's exact p is that of the binomial distribution",
    arguments: [
      (0, 0, 1.0), (5, 5, 1.0), (1, 0, 1.0), (6, 0, 0.03125), (2, 9, 0.0654296875),
      // 2 · Σ C(30, k)/2³⁰ for k = 0…8.
      (8, 22, 0.016124801710247993),
    ])
  func mcnemar(one: Int, other: Int, p: Double) {
    #expect(abs(McNemarTest(onlyFirst: one, onlySecond: other).p - p) < 1e-12)
    #expect(abs(McNemarTest(onlyFirst: other, onlySecond: one).p - p) < 1e-12)
  }

  @Test("McNemar's p is scipy's binomial test")
  func oracle() throws {
    struct Fixture: Decodable {
      struct Case: Decodable {
        var onlyFirst: Int
        var onlySecond: Int
        var p: Double
      }
      var mcnemar: [Case]
    }
    let path = Repository.path("Tests/TrainingTests/Fixtures/calibration.json")
    let fixture = try JSONDecoder().decode(
      Fixture.self, from: Data(contentsOf: URL(filePath: path)))
    #expect(fixture.mcnemar.count == 6)
    for known in fixture.mcnemar {
      let test = McNemarTest(onlyFirst: known.onlyFirst, onlySecond: known.onlySecond)
      #expect(abs(test.p - known.p) < 1e-10)
    }
  }

  @Test("McNemar's p of thousands of talks is a number")
  func manyTalks() {
    #expect(McNemarTest(onlyFirst: 3000, onlySecond: 3000).p == 1)
    let p = McNemarTest(onlyFirst: 2900, onlySecond: 3100).p
    #expect(p > 0.005 && p < 0.015)
  }

  @Test("differences are second minus first, and those of equal predictions are 0")
  func differences() throws {
    let first = Self.scored([0.1, 0.6, 0.3, 0.2, 0.8, 0.4, 0.7, 0.9])
    let second = Self.scored([0.1, 0.2, 0.3, 0.2, 0.8, 0.6, 0.7, 0.4])
    let axis = try #require(
      PairedComparison(
        procedure: "", axes: ["a"], first: [first], second: [second], seed: 1
      ).axes.first)
    #expect(axis.talkCount == 8)
    #expect(axis.figures.map(\.name) == ["accuracy", "macro-F1", "ROC-AUC", "log loss"])
    #expect(axis.figures[0].first == 0.75)
    #expect(axis.figures[0].second == 0.875)
    #expect(axis.figures[0].difference.value == 0.125)
    #expect(axis.figures[0].difference.low < 0 && axis.figures[0].difference.high > 0.125)
    #expect(axis.test == McNemarTest(onlyFirst: 1, onlySecond: 2))
    let equal = try #require(
      PairedComparison(
        procedure: "", axes: ["a"], first: [first], second: [first], seed: 1
      ).axes.first)
    for figure in equal.figures {
      #expect(figure.difference == Estimate(value: 0, low: 0, high: 0))
    }
    #expect(equal.test.p == 1)
  }

  @Test("a small steady gain shows that two separate intervals could not tell apart")
  func pairing() throws {
    // 100 talks of which both place 60 right; the second places 10 more.
    let first = (0..<100).map { $0 % 5 < 3 ? ($0 < 50 ? 0.2 : 0.8) : ($0 < 50 ? 0.8 : 0.2) }
    var second = first
    for index in stride(from: 3, to: 53, by: 5) { second[index] = index < 50 ? 0.2 : 0.8 }
    let axis = try #require(
      PairedComparison(
        procedure: "", axes: ["a"], first: [Self.scored(first)],
        second: [Self.scored(second)], seed: 1
      ).axes.first)
    #expect(axis.figures[0].first == 0.6)
    #expect(axis.figures[0].second == 0.7)
    #expect(axis.figures[0].difference.low > 0)
    #expect(axis.test.p < 0.01)
    // Its own interval reaches the other's figure.
    let alone = ReportBuilder(seed: 1).report(
      axis: "a", poles: ["x", "y"], repeats: Self.scored(second))
    #expect(alone.accuracy.low < 0.61)
  }

  @Test("training compared with itself on the same folds differs in nothing")
  func sameFolds() async throws {
    let labelled = try LabelledTalks(
      talks: TinyCorpus.talks, scheme: .standard, lexicon: Lexicon(),
      settings: TinyCorpus.settings)
    var reseeded = TinyCorpus.settings
    reseeded.seed = 99
    let comparison = try await CrossValidation(foldCount: 3, repeatCount: 2).compare(
      (labelled, TinyCorpus.settings), (labelled, reseeded), workerCount: 2)
    #expect(comparison.axes.map(\.axis) == ["depth", "scope"])
    #expect(
      comparison.procedure
        == "2 × stratified 3-fold cross-validation, seed 2024, the same folds for both")
    for axis in comparison.axes {
      #expect(axis.figures.allSatisfy { $0.difference.value == 0 })
    }
    var weak = TinyCorpus.settings
    weak.inverseRegularization = 0.001
    let other = try await CrossValidation(foldCount: 3, repeatCount: 2).compare(
      (labelled, weak), (labelled, TinyCorpus.settings), workerCount: 1)
    let loss = try #require(other.axes[0].figures.first { $0.name == "log loss" })
    #expect(loss.difference.high < 0)
  }
}
