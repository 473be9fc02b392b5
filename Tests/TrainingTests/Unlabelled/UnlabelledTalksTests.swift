import Classification
import Features
import Shogen
import Talks
import TestSupport
import Testing
import Tokenization

@testable import Training

@Suite("What talks without labels teach")
struct UnlabelledTalksTests {
  private static func train(
    _ settings: TrainingSettings, unlabelled: [Talk], vectors: WordVectors? = nil,
    lexicon: Lexicon = Lexicon()
  ) throws -> Model {
    let knowledge = try PriorKnowledge(
      lexicon: lexicon, vectors: vectors, unlabelled: unlabelled, settings: settings)
    return try Trainer(settings: settings, knowledge: knowledge)
      .train(on: TwoClusters.talks(0..<24), scheme: TwoClusters.scheme.get())
  }

  private static func weight(of word: String, in model: Model) -> Float? {
    model.vocabulary.index(ofHash: TermHash.word(word)).map {
      model.weights.weight(ofTerm: $0, output: 0)
    }
  }

  @Test("words that stand beside telling words there get weights of their sign")
  func signs() throws {
    var settings = TwoClusters.settings
    settings.prior.unlabelled = 1
    let model = try Self.train(settings, unlabelled: UnlabelledClusters.talks())
    #expect(try #require(Self.weight(of: "cloudto", in: model)) > 0.1)
    #expect(try #require(Self.weight(of: "oceanka", in: model)) < -0.1)
    #expect(model.provenance.unlabelledCount == 40)
    #expect(model.provenance.axes[0].unlabelledStrength == 1)
    let classifier = try Classifier(model: model)
    let talk = Talk(id: "x", title: "", slides: [Slide(number: 1, text: "cloudto")])
    #expect(try classifier.classify(talk).axes[0].pole == "sky")
  }

  @Test("a strength of 0 gives the model of training without them, bit for bit")
  func off() throws {
    for prior in [PriorStrengths(), PriorStrengths(lexicon: 2)] {
      var settings = TwoClusters.settings
      settings.prior = prior
      let lexicon = Lexicon(entries: [
        LexiconEntry(
          term: "oceanka", hints: [.init(axis: "place", pole: "sea", weight: 1)])
      ])
      let with = try Self.train(
        settings, unlabelled: UnlabelledClusters.talks(), lexicon: lexicon)
      let without = try Self.train(settings, unlabelled: [], lexicon: lexicon)
      #expect(with.vocabulary == without.vocabulary)
      #expect(with.weights == without.weights)
    }
  }

  @Test("a search takes them up where they tell the poles apart, and says so")
  func search() throws {
    var settings = TwoClusters.settings
    settings.search = SettingsSearch()
    let model = try Self.train(settings, unlabelled: UnlabelledClusters.talks())
    #expect(try #require(model.provenance.axes[0].unlabelledStrength) > 0)
    #expect(try #require(Self.weight(of: "cloudto", in: model)) > 0)
    // Talks that mix the poles' words tell nothing.
    let mixed = UnlabelledClusters.talks().enumerated().map { index, talk in
      var talk = talk
      let other = UnlabelledClusters.talks()[(index + 1) % 40]
      talk.slides += other.slides
      return talk
    }
    let other = try Self.train(settings, unlabelled: mixed)
    #expect(other.provenance.axes[0].unlabelledStrength == 0)
  }

  @Test("the same talks give the same model, and no label of theirs is looked at")
  func deterministic() throws {
    var settings = TwoClusters.settings
    settings.prior.unlabelled = 2
    let vectors = try TwoClusters.vectors()
    let labelled = UnlabelledClusters.talks().map { talk in
      var talk = talk
      talk.labels["place"] = "sky"
      return talk
    }
    let models = try [UnlabelledClusters.talks(), UnlabelledClusters.talks(), labelled].map {
      try Self.train(settings, unlabelled: $0, vectors: vectors)
    }
    #expect(models[0].weights == models[1].weights)
    #expect(models[0].weights == models[2].weights)
    #expect(models[0].provenance == models[2].provenance)
  }

  @Test("talks without a word in common teach nothing and do no harm")
  func nothingShared() throws {
    var settings = TwoClusters.settings
    settings.prior.unlabelled = 1
    for talks in [TwoClusters.talks(30..<31), TwoClusters.talks(30..<40)] {
      let model = try Self.train(settings, unlabelled: talks)
      var plain = settings
      plain.prior.unlabelled = 0
      #expect(try model.weights == Self.train(plain, unlabelled: []).weights)
    }
  }
}
