import Testing

@testable import Evaluation

@Suite("Repeats and shuffles that are left to choose")
struct ChosenCountsTests {
  @Test(
    "are fewer of many talks, and 1 and 19 at least",
    arguments: [
      (28, 10, 100), (300, 10, 100), (400, 10, 75), (1_004, 3, 29), (1_718, 2, 19),
      (20_000, 1, 19),
    ])
  func counts(talks: Int, repeats: Int, shuffles: Int) {
    var procedure = CrossValidation()
    procedure.chooseCounts(talkCount: talks, repeatCount: nil, permutationCount: nil)
    #expect(procedure.repeatCount == repeats)
    #expect(procedure.permutationCount == shuffles)
    #expect(procedure.isReduced == (talks > 300))
  }

  @Test("are those that were asked for, however many talks there are")
  func asked() {
    var procedure = CrossValidation()
    procedure.chooseCounts(talkCount: 20_000, repeatCount: 10, permutationCount: 100)
    #expect(procedure.repeatCount == 10)
    #expect(procedure.permutationCount == 100)
    #expect(!procedure.isReduced)
  }
}
