import Classification
import Features
import Shogen
import Talks
import TestSupport
import Testing

@testable import Comparison

@Suite("Maps of talks")
struct TalkMapTests {
  /// The tiny corpus with some labels taken away, placed by its own model.
  static func map(
    labelled: Bool, minimumProbability: Double = 0, change: (inout [Talk]) -> Void = { _ in }
  ) throws -> TalkMap {
    var classifier = try Classifier(model: TinyCorpus.makeTinyModel())
    classifier.minimumProbability = minimumProbability
    let placer = TalkPlacer(classifier: classifier, reasonCount: 3)
    var talks = TinyCorpus.talks
    if !labelled { for index in talks.indices { talks[index].labels = [:] } }
    change(&talks)
    var scratch = try ClassifierScratch()
    var placed: [PlacedTalk] = []
    for talk in talks { placed.append(try placer.place(talk, scratch: &scratch)) }
    return TalkMap(
      talks: placed, frequencies: try placer.frequencies(of: talks), scheme: .standard,
      axes: [0, 1], minimumProbabilities: classifier.minimumProbabilities)
  }

  @Test("have each talk in one cell or undecided")
  func partition() throws {
    for minimum in [0, 0.6, 0.9, 1] {
      let map = try Self.map(labelled: false, minimumProbability: minimum)
      let all = map.cells.flatMap(\.members) + map.undecided
      #expect(all.sorted() == Array(0..<12))
      for cell in map.cells {
        #expect(cell.share.share == Double(cell.members.count) / 12)
        #expect(Set(cell.typical).union(cell.borderline).isSubset(of: cell.members))
        #expect(Set(cell.typical).isDisjoint(with: cell.borderline))
      }
    }
    #expect(try Self.map(labelled: false, minimumProbability: 1).undecided.count == 12)
  }

  @Test("put a labelled talk where the label says, whatever the model says")
  func labels() throws {
    let map = try Self.map(labelled: false, minimumProbability: 1) { talks in
      talks[0].labels = ["depth": "advanced", "scope": "cross-cutting"]
      talks[1].labels = ["depth": "advanced"]
    }
    #expect(map.cells[3].cell == [1, 1])
    #expect(map.cells[3].members == [0])
    // Against the model, so near another cell.
    #expect(map.cells[3].borderline == [0])
    #expect(map.undecided == Array(1..<12))
  }

  @Test("name the terms that set a quadrant apart")
  func terms() throws {
    let map = try Self.map(labelled: true)
    #expect(map.cells.map(\.members) == [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11]])
    let terms = map.cells[1].terms.map(\.term.text)
    #expect(terms.contains("標準") || terms.contains("標準化") || terms.contains("全社"))
    for cell in map.cells { for term in cell.terms { #expect(term.logOdds > 0) } }
  }

  @Test("keep reasons that add up with the terms left out")
  func reasons() throws {
    let map = try Self.map(labelled: true)
    for talk in map.talks {
      #expect(talk.talk.slides.isEmpty)
      #expect(talk.slideCount == 1)
      for reasons in talk.reasons {
        let sum = reasons.items.reduce(reasons.intercept) { $0 + $1.contribution }
        #expect(abs(sum + reasons.otherContribution - reasons.score) < 1e-5)
        #expect(reasons.items.count == 3)
        for item in reasons.items { #expect(!item.excerpt.marked.isEmpty) }
      }
    }
  }

  @Test("of no talks are empty")
  func empty() throws {
    let map = try Self.map(labelled: true) { $0 = [] }
    #expect(map.cells.allSatisfy { $0.members.isEmpty && $0.terms.isEmpty })
    #expect(map.undecided.isEmpty)
  }
}
