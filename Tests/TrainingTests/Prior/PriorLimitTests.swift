import Classification
import Features
import Shogen
import Talks
import TestSupport
import Testing

@testable import Training

@Suite("Limits of prior knowledge")
struct PriorLimitTests {
  private static let lexicon = Lexicon(entries: [
    LexiconEntry(
      term: "監視", hints: [.init(axis: "depth", pole: "basic", weight: 1)]),
    LexiconEntry(
      term: "カーネル", hints: [.init(axis: "depth", pole: "advanced", weight: 0.5)]),
    LexiconEntry(
      term: "全社", hints: [.init(axis: "scope", pole: "cross-cutting", weight: 1)]),
    LexiconEntry(term: "観測", hints: [.init(axis: "scope", pole: "independent", weight: 1)]),
  ])

  private static func weight(_ term: String, _ output: Int, in model: Model) throws -> Double {
    let index = try #require(model.vocabulary.index(ofHash: TermHash.word(term)))
    return Double(model.weights.weight(ofTerm: index, output: output))
  }

  @Test("strengths of 0 give the weights of plain logistic regression")
  func zeroStrengths() throws {
    let settings = TrainingSettings(
      features: FeatureSettings(minimumDocumentFrequency: 1), inverseRegularization: 10)
    let words = Set(TinyCorpus.talks.map(\.title)).sorted()
    let vectors = try WordVectors(
      dimension: 1, words: words, rows: words.indices.map(UInt32.init),
      values: words.indices.map { Float($0) }, source: "hand")
    let model = try Trainer(
      settings: settings, knowledge: PriorKnowledge(lexicon: Self.lexicon, vectors: vectors)
    ).train(on: TinyCorpus.talks)
    // The same rows, fitted without any of the prior's code.
    let labelled = try LabelledTalks(
      talks: TinyCorpus.talks, scheme: .standard, lexicon: Self.lexicon, settings: settings)
    let matrix = TFIDF(sublinear: true).matrix(
      of: labelled.frequencies, rows: Array(0..<12), vocabulary: model.vocabulary)
    for axis in 0..<2 {
      let fit = LogisticRegression(inverseRegularization: 10, classWeighting: .balanced)
        .fit(matrix, classes: labelled.labelled(onAxis: axis).classes, classCount: 2)
      for term in model.vocabulary.terms.indices {
        let weight = Double(model.weights.weight(ofTerm: term, output: axis))
        #expect(abs(weight - fit.weights[0][term]) < 1e-6)
      }
      #expect(abs(Double(model.weights.intercepts[axis]) - fit.intercepts[0]) < 1e-6)
    }
    #expect(model.provenance.vectors == nil)
  }

  @Test("a tiny strength of vectors gives nearly those weights by the other way of solving")
  func tinyStrength() throws {
    let talks = TwoClusters.talks(0..<20)
    var settings = TwoClusters.settings
    let knowledge = PriorKnowledge(vectors: try TwoClusters.vectors())
    let scheme = try TwoClusters.scheme.get()
    let plain = try Trainer(settings: settings, knowledge: knowledge)
      .train(on: talks, scheme: scheme)
    settings.prior.vectors = 1e-7
    let other = try Trainer(settings: settings, knowledge: knowledge)
      .train(on: talks, scheme: scheme)
    #expect(plain.vocabulary.count == 80)
    #expect(other.vocabulary.count == 256)
    for term in plain.vocabulary.terms {
      let (one, two) = (
        try Self.weight(term.text, 0, in: plain), try Self.weight(term.text, 0, in: other)
      )
      #expect(abs(one - two) < 1e-6)
    }
  }

  @Test("a very large strength of the lexicon orders talks as the lexicon does")
  func lexiconOrder() throws {
    let unlabelled = TinyCorpus.talks.map { talk in
      var talk = talk
      talk.labels = Labels()
      return talk
    }
    var settings = TinyCorpus.settings
    settings.prior.lexicon = 1e5
    let trainer = Trainer(settings: settings, lexicon: Self.lexicon)
    // The labels say the contrary of the lexicon, as loudly as they can.
    let contrary = TinyCorpus.talks.map { talk in
      var talk = talk
      talk.labels["depth"] = talk.labels["depth"] == "basic" ? "advanced" : "basic"
      return talk
    }
    let (prior, strong) = (
      try Classifier(model: trainer.train(on: unlabelled)),
      try Classifier(model: trainer.train(on: contrary))
    )
    for axis in 0..<2 {
      let scores = try TinyCorpus.talks.map { talk in
        (
          prior: try prior.classify(talk).axes[axis].score,
          strong: try strong.classify(talk).axes[axis].score
        )
      }
      for one in scores {
        for other in scores where one.prior < other.prior - 1000 {
          #expect(one.strong < other.strong)
        }
      }
      #expect(Set(scores.map { ($0.prior / 1000).rounded() }).count >= 3)
    }
  }

  @Test("without any label the model is the lexicon", arguments: [false, true])
  func noLabels(searches: Bool) throws {
    let talks = TinyCorpus.talks.map { talk in
      var talk = talk
      talk.labels = Labels()
      return talk
    }
    var settings = TinyCorpus.settings
    settings.search = searches ? SettingsSearch() : nil
    let model = try Trainer(settings: settings, lexicon: Self.lexicon).train(on: talks)
    let wanted = ["監視": [-3.0, 0], "カーネル": [1.5, 0], "全社": [0, 3], "観測": [0, -3]]
    for (index, term) in model.vocabulary.terms.enumerated() {
      for output in 0..<2 {
        let weight = Double(model.weights.weight(ofTerm: index, output: output))
        #expect(weight == wanted[term.text]?[output] ?? 0)
      }
    }
    for term in wanted.keys { _ = try Self.weight(term, 0, in: model) }
    #expect(model.weights.intercepts == [0, 0])
    #expect(model.provenance.axes.map(\.lexiconStrength) == [3, 3])
    #expect(model.provenance.axes.map(\.labelled) == [[0, 0], [0, 0]])
  }

  @Test("an axis without labels takes the lexicon's hints, and the labelled one stays as it was")
  func oneAxisWithoutLabels() throws {
    let talks = TinyCorpus.talks.map { talk in
      var talk = talk
      talk.labels["scope"] = nil
      return talk
    }
    let lexicon = Lexicon(entries: Array(Self.lexicon.entries.prefix(3)))
    let model = try Trainer(settings: TinyCorpus.settings, lexicon: lexicon).train(on: talks)
    #expect(try Self.weight("全社", 1, in: model) == 3)
    #expect(try Self.weight("監視", 1, in: model) == 0)
    #expect(model.weights.intercepts[1] == 0)
    let alone = try Trainer(settings: TinyCorpus.settings, lexicon: lexicon)
      .train(on: talks, scheme: Scheme(axes: [Scheme.standard.axes[0]]))
    #expect(alone.vocabulary == model.vocabulary)
    for term in alone.vocabulary.terms.indices {
      #expect(
        alone.weights.weight(ofTerm: term, output: 0)
          == model.weights.weight(ofTerm: term, output: 0))
    }
  }

  @Test("an axis with neither labels nor hints cannot be learned")
  func nothing() throws {
    let talks = TinyCorpus.talks.map { talk in
      var talk = talk
      talk.labels["scope"] = nil
      return talk
    }
    let lexicon = Lexicon(entries: Array(Self.lexicon.entries.prefix(2)))
    #expect(throws: TrainingError.noLabels(axis: "scope")) {
      try Trainer(settings: TinyCorpus.settings, lexicon: lexicon).train(on: talks)
    }
  }
}
