import Classification
import Features
import Shogen
import Talks
import TestSupport
import Testing

@testable import Training

@Suite("Talks with labels on one axis only")
struct PartlyLabelledTests {
  /// The tiny corpus, and four more talks of its words with a depth alone.
  private func talks(_ depths: [String?]) -> [Talk] {
    let texts = ["監視の標準化", "カーネルの手順書", "全社のeBPF", "チームの基本"]
    return TinyCorpus.talks
      + zip(texts, depths).enumerated().map { index, entry in
        Talk(
          id: "extra-\(index)", title: entry.0, labels: Labels(entry.1.map { ["depth": $0] } ?? [:])
        )
      }
  }

  private func weights(_ depths: [String?]) throws -> (depth: [Float], scope: [Float]) {
    let model = try Trainer(settings: TinyCorpus.settings).train(on: talks(depths))
    return (output(0, of: model), output(1, of: model))
  }

  private func output(_ output: Int, of model: Model) -> [Float] {
    (0..<model.vocabulary.count).map { model.weights.weight(ofTerm: $0, output: output) }
      + [model.weights.intercepts[output]]
  }

  @Test("train that axis and do not sway the other by a bit")
  func doNotSway() throws {
    let none = try weights([nil, nil, nil, nil])
    let some = try weights(["basic", "advanced", "advanced", "basic"])
    let others = try weights(["advanced", "basic", "basic", "advanced"])
    #expect(some.depth != none.depth)
    #expect(some.depth != others.depth)
    #expect(some.scope == none.scope)
    #expect(some.scope == others.scope)
  }

  @Test("shape the vocabulary even without a label")
  func shapeTheVocabulary() throws {
    let model = try Trainer(settings: TinyCorpus.settings).train(
      on: TinyCorpus.talks + [Talk(id: "unlabelled", title: "Kubernetes")])
    #expect(model.vocabulary.terms.contains(Term(text: "kubernetes", kind: .word)))
    #expect(model.provenance.talkCount == 13)
    #expect(model.provenance.axes.map(\.labelled) == [[6, 6], [6, 6]])
  }

  @Test("are counted on their axis alone")
  func counts() throws {
    let labelled = try LabelledTalks(
      talks: talks(["advanced", nil, "advanced", "unheard-of"]), scheme: .standard,
      lexicon: Lexicon(), settings: TinyCorpus.settings)
    #expect(labelled.poleCounts(onAxis: 0) == [6, 8])
    #expect(labelled.poleCounts(onAxis: 1) == [6, 6])
    #expect(labelled.labelled(onAxis: 0).rows == Array(0...12) + [14])
    #expect(labelled.labelled(onAxis: 1).rows == Array(0..<12))
  }
}
