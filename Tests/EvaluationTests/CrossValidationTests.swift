import Classification
import Evaluation
import Shogen
import Synchronization
import Talks
import TestSupport
import Testing

@Suite("Cross-validation")
struct CrossValidationTests {
  private static func evaluate(
    _ talks: [Talk], scheme: Scheme = .standard, folds: Int = 3, repeats: Int = 2,
    permutations: Int = 0, workers: Int = 2, settings: TrainingSettings = TinyCorpus.settings
  ) async throws -> EvaluationReport {
    let labelled = try LabelledTalks(
      talks: talks, scheme: scheme, lexicon: Lexicon(), settings: settings)
    return try await CrossValidation(
      foldCount: folds, repeatCount: repeats, permutationCount: permutations
    ).evaluate(labelled, settings: settings, workerCount: workers)
  }

  @Test("of talks that can be told apart is near 1, and far from what shuffles give")
  func separable() async throws {
    let report = try await Self.evaluate(TinyCorpus.talks, permutations: 19)
    #expect(report.axes.map(\.axis) == ["depth", "scope"])
    for axis in report.axes {
      #expect(axis.support == [6, 6])
      #expect(axis.accuracy.value >= 0.9)
      #expect(axis.macroF1.value >= 0.9)
      #expect(try #require(axis.rocAUC).value >= 0.95)
      #expect(try #require(axis.logLoss).value < 0.5)
      let permutation = try #require(axis.permutation)
      #expect(permutation.accuracyP == 0.05)
      #expect(permutation.accuracy < 0.75)
    }
    let cells = try #require(report.cells)
    #expect(cells.support == [3, 3, 3, 3])
    #expect(cells.accuracy.value >= 0.8)
    #expect(
      report.procedure
        == "2 × stratified 3-fold cross-validation, seed 2024; 95 % bootstrap intervals over talks"
    )
  }

  @Test("gives the same report for 1, 2 and 7 workers")
  func workers() async throws {
    let one = try await Self.evaluate(TinyCorpus.talks, permutations: 5, workers: 1)
    for workers in [2, 7] {
      let other = try await Self.evaluate(TinyCorpus.talks, permutations: 5, workers: workers)
      #expect(other == one)
    }
  }

  @Test("gives another report for another seed")
  func seeds() async throws {
    var settings = TinyCorpus.settings
    let one = try await Self.evaluate(TinyCorpus.talks, settings: settings)
    settings.seed = 7
    #expect(try await Self.evaluate(TinyCorpus.talks, settings: settings) != one)
  }

  @Test("uses no more folds than the rarest pole has talks")
  func fewFolds() async throws {
    let report = try await Self.evaluate(TinyCorpus.talks, folds: 10, repeats: 1)
    #expect(report.procedure.hasPrefix("1 × stratified 6-fold cross-validation"))
  }

  @Test("tells of its progress to the end")
  func progress() async throws {
    let labelled = try LabelledTalks(
      talks: TinyCorpus.talks, scheme: .standard, lexicon: Lexicon(),
      settings: TinyCorpus.settings)
    var shares: [Double] = []
    _ = try await CrossValidation(foldCount: 2, repeatCount: 2, permutationCount: 2).evaluate(
      labelled, settings: TinyCorpus.settings, workerCount: 2, progress: { shares.append($0) })
    #expect(shares == [0.25, 0.5, 0.75, 1])
  }

  @Test("of talks that cannot teach an axis throws what training throws")
  func unusable() async throws {
    let talks = TinyCorpus.talks.filter { $0.labels["depth"] == "basic" }
    await #expect(throws: TrainingError.oneClass(axis: "depth", pole: "basic", count: 6)) {
      try await Self.evaluate(talks)
    }
  }

  @Test("cautions where a fold lacks a pole, and answers it with the shares")
  func foldWithoutAClass() async throws {
    // Dealt in the order of the strata, the two cross-cutting talks always meet in
    // one of two folds: three talks lie between them.
    let quadrants =
      [String](repeating: "basic independent", count: 4) + ["basic cross-cutting"]
      + [String](repeating: "advanced independent", count: 3) + ["advanced cross-cutting"]
    let talks = quadrants.enumerated().map { index, quadrant in
      let poles = quadrant.split(separator: " ").map(String.init)
      return Talk(
        id: "\(index)", title: "", slides: [Slide(number: 1, text: poles.joined(separator: "\n"))],
        labels: ["depth": poles[0], "scope": poles[1]])
    }
    let report = try await Self.evaluate(talks, folds: 5)
    #expect(report.procedure.hasPrefix("2 × stratified 2-fold"))
    #expect(
      report.cautions.contains(
        "axis 'scope': a fold could not be trained on all poles and was answered with the poles' shares"
      ))
    #expect(!report.cautions.contains { $0.hasPrefix("axis 'depth': a fold") })
    let scope = report.axes[1]
    #expect(scope.support == [7, 2])
    #expect(scope.confusion.joined().reduce(0, +) == 9)
  }

  @Test("cells leave out talks without a label on one axis")
  func partlyLabelled() async throws {
    var talks = TinyCorpus.talks
    talks[0].labels["scope"] = nil
    talks[11].labels["depth"] = nil
    let report = try await Self.evaluate(talks)
    #expect(report.axes.map(\.support) == [[6, 5], [5, 6]])
    #expect(report.cells?.support == [2, 3, 3, 2])
  }

  @Test("one axis has no cells")
  func oneAxis() async throws {
    let scheme = try Scheme(axes: [Scheme.standard.axes[1]])
    let report = try await Self.evaluate(TinyCorpus.talks, scheme: scheme)
    #expect(report.axes.map(\.axis) == ["scope"])
    #expect(report.cells == nil)
  }
}
