import Shogen
import TestSupport
import Testing

@testable import Evaluation

@Suite("Out-of-fold judgements")
struct OutOfFoldTests {
  private static let procedure = CrossValidation(
    foldCount: 3, repeatCount: 4, permutationCount: 0)

  private static func outOfFold(
    _ talks: [Talk], workers: Int = 2, lexicon: Lexicon = Lexicon()
  ) async throws -> OutOfFold {
    try await OutOfFold(
      LabelledTalks(
        talks: talks, scheme: .standard, lexicon: lexicon, settings: TinyCorpus.settings),
      settings: TinyCorpus.settings, procedure: procedure, workerCount: workers)
  }

  @Test("are the means over the passes of cross-validation")
  func means() async throws {
    var talks = TinyCorpus.talks
    talks[3].labels["scope"] = nil
    let labelled = try LabelledTalks(
      talks: talks, scheme: .standard, lexicon: Lexicon(), settings: TinyCorpus.settings)
    let run = FoldRun(
      labelled: labelled, settings: TinyCorpus.settings,
      plan: FoldPlan(CrossValidation(foldCount: 3), for: labelled))
    let passes = (0..<4).map { run.scores(run: $0, shuffles: false) }
    let judgements = try await Self.outOfFold(talks).judgements
    #expect(
      judgements.map(\.axis) == [Int](repeating: 0, count: 12) + [Int](repeating: 1, count: 11))
    #expect(judgements.prefix(12).map(\.talk) == Array(0..<12))
    #expect(judgements.suffix(11).map(\.talk) == [0, 1, 2] + Array(4..<12))
    for (index, judgement) in judgements.enumerated() {
      let position = judgement.axis == 0 ? index : index - 12
      let axis = Scheme.standard.axes[judgement.axis]
      #expect(axis.poles[judgement.label].id == talks[judgement.talk].labels[axis.id])
      for pole in 0..<2 {
        let mean =
          passes.reduce(0) { $0 + $1.axes[judgement.axis].probabilities[position][pole] } / 4
        #expect(abs(judgement.probabilities[pole] - mean) < 1e-12)
      }
    }
  }

  @Test("are the same for 1 and 2 workers")
  func workers() async throws {
    let one = try await Self.outOfFold(TinyCorpus.talks, workers: 1)
    #expect(try await Self.outOfFold(TinyCorpus.talks).judgements == one.judgements)
  }

  @Test("have none for an axis that only the lexicon knows")
  func unlabelledAxis() async throws {
    let talks = TinyCorpus.talks.map { talk in
      var talk = talk
      talk.labels["scope"] = nil
      return talk
    }
    let lexicon = Lexicon(entries: [
      LexiconEntry(term: "全社", hints: [.init(axis: "scope", pole: "cross-cutting", weight: 1)])
    ])
    let judgements = try await Self.outOfFold(talks, lexicon: lexicon).judgements
    #expect(judgements.map(\.axis) == [Int](repeating: 0, count: 12))
    let report = try await Self.procedure.evaluate(
      LabelledTalks(
        talks: talks, scheme: .standard, lexicon: lexicon, settings: TinyCorpus.settings),
      settings: TinyCorpus.settings, workerCount: 2)
    #expect(report.axes.map(\.axis) == ["depth"])
    #expect(report.cells == nil)
    #expect(!report.cautions.contains { $0.contains("scope") })
  }
}
