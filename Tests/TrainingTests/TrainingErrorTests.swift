import Features
import Shogen
import Talks
import TestSupport
import Testing
import Tokenization

@testable import Training

@Suite("What cannot be learned")
struct TrainingErrorTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    /// Depth labels, one a talk; scope is labelled well.
    var depths: [String?]
    var error: TrainingError
    var text: String
  }

  static let cases = [
    Case(
      testDescription: "no talk", depths: [], error: .noLabels(axis: "depth"),
      text:
        "no talk has a label on axis 'depth'; label talks of at least two poles, two or more each"
    ),
    Case(
      testDescription: "no label", depths: [nil, nil, nil, nil], error: .noLabels(axis: "depth"),
      text:
        "no talk has a label on axis 'depth'; label talks of at least two poles, two or more each"
    ),
    Case(
      testDescription: "only poles the scheme does not know", depths: ["deep", "shallow", "deep"],
      error: .noLabels(axis: "depth"),
      text:
        "no talk has a label on axis 'depth'; label talks of at least two poles, two or more each"
    ),
    Case(
      testDescription: "one pole", depths: ["basic", "basic", nil, "basic"],
      error: .oneClass(axis: "depth", pole: "basic", count: 3),
      text:
        "all 3 labelled talks on axis 'depth' are 'basic'; label talks of another pole too"),
    Case(
      testDescription: "one talk of a pole", depths: ["basic", "advanced", "basic", "basic"],
      error: .tooFewExamples(axis: "depth", pole: "advanced", count: 1),
      text: "axis 'depth' has 1 talk(s) labelled 'advanced'; label at least 2 of each pole"),
  ]

  @Test("labels that cannot teach an axis are named", arguments: cases)
  func labels(testCase: Case) {
    let talks = testCase.depths.enumerated().map { index, depth in
      var talk = Talk(id: "\(index)", title: "kernel", text: "cluster")
      talk.labels["depth"] = depth
      talk.labels["scope"] = index.isMultiple(of: 2) ? "independent" : "cross-cutting"
      return talk
    }
    #expect(throws: testCase.error) { try Trainer().train(on: talks) }
    #expect(testCase.error.description == testCase.text)
  }

  @Test("the second axis is checked as well as the first")
  func secondAxis() {
    let talks = TinyCorpus.talks.map { talk in
      var talk = talk
      talk.labels["scope"] = nil
      return talk
    }
    #expect(throws: TrainingError.noLabels(axis: "scope")) { try Trainer().train(on: talks) }
  }

  @Test("a pole of three that no talk has is named")
  func missingPole() throws {
    let poles = ["basic", "advanced", "arcane"].map { Pole(id: $0, name: $0) }
    let scheme = try Scheme(axes: [Axis(id: "depth", name: "depth", poles: poles)])
    #expect(throws: TrainingError.tooFewExamples(axis: "depth", pole: "arcane", count: 0)) {
      try Trainer().train(on: TinyCorpus.talks, scheme: scheme)
    }
  }

  @Test("no term is frequent enough")
  func emptyVocabulary() {
    let trainer = Trainer(
      settings: TrainingSettings(features: FeatureSettings(minimumDocumentFrequency: 13)))
    let error = TrainingError.vocabulary(.empty(minimumDocumentFrequency: 13, talks: 12))
    #expect(throws: error) { try trainer.train(on: TinyCorpus.talks) }
    #expect(
      error.description
        == "no term occurs in 13 of the 12 training talks; add talks or lower the minimum document frequency"
    )
  }

  @Test("talks without a word give no vocabulary")
  func emptyTalks() {
    let talks = TinyCorpus.talks.map { Talk(id: $0.id, title: "", labels: $0.labels) }
    #expect(throws: TrainingError.vocabulary(.empty(minimumDocumentFrequency: 1, talks: 12))) {
      try Trainer(settings: TinyCorpus.settings).train(on: talks)
    }
  }

  @Test("a weight too large for its file is named")
  func notFinite() {
    #expect(
      TrainingError.notFinite(axis: "depth").description
        == "training on axis 'depth' gave a weight that is no finite number; lower C")
  }
}
