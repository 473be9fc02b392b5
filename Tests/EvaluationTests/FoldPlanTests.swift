import Shogen
import TestSupport
import Testing

@testable import Evaluation

@Suite("Plans of folds")
struct FoldPlanTests {
  /// The tiny corpus with copies of its first and last talk.
  private static func labelled(copiesSay label: String = "basic") throws -> LabelledTalks {
    var talks = TinyCorpus.talks
    var first = talks[0]
    first.id = "t01-again"
    first.title += "!"
    first.labels["depth"] = label
    var last = talks[11]
    last.id = "t12-again"
    last.event = "other"
    talks += [first, last]
    return try LabelledTalks(
      talks: talks, scheme: .standard, lexicon: Lexicon(), settings: TinyCorpus.settings)
  }

  private static func folds(_ procedure: CrossValidation, run: UInt64) throws -> [Int] {
    let labelled = try Self.labelled()
    var generator = SeededGenerator(seed: 5, stream: run)
    return FoldPlan(procedure, for: labelled).folds(
      poles: labelled.poles, scheme: .standard, generator: &generator)
  }

  @Test("never part copies of a talk, whatever the rule")
  func copies() throws {
    for procedure in [
      CrossValidation(foldCount: 5), CrossValidation(foldCount: 4, group: .event),
      CrossValidation(leavesOneOut: true),
    ] {
      for run in 0..<20 as Range<UInt64> {
        let folds = try Self.folds(procedure, run: run)
        #expect(folds[12] == folds[0])
        #expect(folds[13] == folds[11])
      }
    }
  }

  @Test("leave each unit out once")
  func leaveOneOut() throws {
    let folds = try Self.folds(CrossValidation(leavesOneOut: true), run: 0)
    #expect(Set(folds).count == 12)
    #expect(folds.max() == 11)
  }

  @Test("join a group with the groups its copies are in")
  func groups() throws {
    var talks = TinyCorpus.talks
    for index in talks.indices { talks[index].event = ["a", "b", "c"][index % 3] }
    var copy = talks[0]
    (copy.id, copy.event) = ("copy", "c")
    let labelled = try LabelledTalks(
      talks: talks + [copy], scheme: .standard, lexicon: Lexicon(), settings: TinyCorpus.settings)
    let plan = FoldPlan(CrossValidation(foldCount: 5, group: .event), for: labelled)
    #expect(plan.foldCount == 2)
    #expect(Set(plan.units).count == 2)
    #expect(plan.units[0] == plan.units[2])
    #expect(plan.units[0] != plan.units[1])
  }

  @Test("have no more folds than the rarest pole has talks without their copies")
  func rarest() throws {
    #expect(FoldPlan(CrossValidation(foldCount: 50), for: try Self.labelled()).foldCount == 6)
  }

  @Test("are cautioned about, and about copies that disagree")
  func cautions() throws {
    #expect(
      Cautions.copies(try Self.labelled(copiesSay: "advanced")) == [
        "2 talk(s) repeat another and stay in its fold: 't01-again' repeats 't01', 't12-again' repeats 't12'",
        "axis 'depth': 1 copies have another label than their original: 't01-again'",
      ])
    #expect(try Cautions.copies(Self.labelled()).count == 1)
  }
}
