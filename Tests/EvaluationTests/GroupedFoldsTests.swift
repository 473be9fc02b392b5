import Evaluation
import Talks
import TestSupport
import Testing
import Training

@Suite("Grouped folds")
struct GroupedFoldsTests {
  @Test("keep every group whole, and fill the folds evenly")
  func whole() {
    let groups = [1, 1, 1, 2, 2, 3, 4, 5, 5, 6]
    for seed in 0..<20 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let folds = GroupedFolds.assign(groups: groups, foldCount: 3, generator: &generator)
      for group in Set(groups) {
        let used = Set(groups.indices.filter { groups[$0] == group }.map { folds[$0] })
        #expect(used.count == 1)
      }
      let sizes = (0..<3).map { fold in folds.count(where: { $0 == fold }) }.sorted()
      #expect(sizes == [3, 3, 4])
    }
  }

  @Test("are one group each when there are as many")
  func leaveOneOut() {
    var generator = SeededGenerator(seed: 1)
    let groups = [7, 7, 8, 9, 9, 9]
    let folds = GroupedFolds.assign(groups: groups, foldCount: 3, generator: &generator)
    #expect(Set(zip(groups, folds).map { "\($0)-\($1)" }).count == 3)
    #expect(Set(folds) == [0, 1, 2])
  }

  @Test("come from events or speakers; a talk without one stands alone")
  func groups() {
    var talks = Array(TinyCorpus.talks.prefix(4))
    talks[0].event = "夏の会"
    talks[2].event = "夏の会"
    talks[1].speaker = "凪"
    #expect(TalkGroup.event.groups(of: talks) == [1, 2, 1, 3])
    #expect(TalkGroup.speaker.groups(of: talks) == [1, 2, 3, 4])
  }

  @Test("show what a model learned of an event and not of the poles")
  func leak() async throws {
    // Each event has a word of its own and talks of one pole only: dealt one by one
    // the word gives the pole away, kept together it is never seen twice.
    let words = ["みかん", "りんご", "ぶどう", "すいか", "いちじく", "きんかん", "あんず", "びわ"]
    let talks = (0..<48).map { index in
      let event = index % 8
      return Talk(
        id: "\(index)", title: "", event: "e\(event)",
        slides: [Slide(number: 1, text: "\(words[event])の話 aa\(index) bb\(index)")],
        labels: ["depth": event % 2 == 0 ? "basic" : "advanced"])
    }
    let scheme = try Scheme(axes: [Scheme.standard.axes[0]])
    let labelled = try LabelledTalks(
      talks: talks, scheme: scheme, lexicon: .init(), settings: TinyCorpus.settings)
    func accuracy(_ group: TalkGroup?) async throws -> Double {
      try await CrossValidation(
        foldCount: 4, repeatCount: 2, permutationCount: 0, group: group
      ).evaluate(labelled, settings: TinyCorpus.settings, workerCount: 1).axes[0].accuracy.value
    }
    #expect(try await accuracy(nil) == 1)
    #expect(try await accuracy(.event) < 0.7)
  }
}
