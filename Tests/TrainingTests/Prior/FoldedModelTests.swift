import Classification
import Features
import Foundation
import Shogen
import Talks
import TestSupport
import Testing

@testable import Training

@Suite("A model with its prior folded in")
struct FoldedModelTests {
  /// The scores of a stored-size model beside those of the learner that made it.
  private static func compare(
    _ talks: [Talk], _ scheme: Scheme, _ knowledge: PriorKnowledge, _ settings: TrainingSettings
  ) throws {
    let labelled = try LabelledTalks(
      talks: talks, scheme: scheme, knowledge: knowledge, settings: settings)
    let model = try Trainer(settings: settings, knowledge: knowledge).train(on: labelled)
    let classifier = try Classifier(model: model)
    let extended = try labelled.withUnseenTerms()
    let space = try FeatureSpace(
      extended, rows: Array(talks.indices), settings: settings)
    #expect(space.vocabulary == model.vocabulary)
    for axis in scheme.axes.indices {
      let (rows, classes) = labelled.labelled(onAxis: axis)
      let learner = AxisLearner(extended, space: space, axis: axis, settings: settings)
      let result = learner.learn(rows: rows, classes: classes)
      let outputs = learner.outputs(result, rows: Array(talks.indices))
      #expect(result.chosen.temperature == model.provenance.axes[axis].temperature)
      for (talk, wanted) in zip(talks, outputs) {
        let place = try classifier.classify(talk).axes[axis]
        for (one, other) in zip(place.probabilities, Probabilities.ofPoles(wanted)) {
          #expect(abs(one - other) < 1e-5)
        }
        if wanted.count == 1 { #expect(abs(place.score - wanted[0]) < 1e-5) }
      }
    }
  }

  @Test("scores talks as the learner does: lexicon, vectors and search together")
  func binary() throws {
    let words = ["監視", "手順", "基本", "カーネル", "解析", "全社", "横断", "標準"]
    let vectors = try WordVectors(
      dimension: 3, words: words, rows: words.indices.map(UInt32.init),
      values: SeededProblem.point(seed: 6, count: 24).map { Float($0) }, source: "hand")
    let lexicon = Lexicon(entries: [
      LexiconEntry(
        term: "最適化",
        hints: [
          .init(axis: "depth", pole: "advanced", weight: 1),
          .init(axis: "scope", pole: "independent", weight: 0.25),
        ])
    ])
    var settings = TinyCorpus.settings
    settings.search = SettingsSearch()
    let knowledge = PriorKnowledge(lexicon: lexicon, vectors: vectors)
    try Self.compare(TinyCorpus.talks, .standard, knowledge, settings)
    settings.search = nil
    settings.prior = PriorStrengths(lexicon: 2, vectors: 3)
    try Self.compare(TinyCorpus.talks, .standard, knowledge, settings)
  }

  @Test("does so with talks without labels, beside vectors and alone")
  func unlabelled() throws {
    for vectors in [nil, try TwoClusters.vectors()] {
      var settings = TwoClusters.settings
      settings.prior = PriorStrengths(vectors: vectors == nil ? 0 : 1, unlabelled: 3)
      let knowledge = try PriorKnowledge(
        vectors: vectors, unlabelled: UnlabelledClusters.talks(), settings: settings)
      for search in [nil, SettingsSearch()] {
        settings.search = search
        try Self.compare(
          TwoClusters.talks(0..<24), TwoClusters.scheme.get(), knowledge, settings)
      }
    }
  }

  @Test("does so for four poles")
  func fourPoles() throws {
    let scheme = try Scheme(axes: [
      Axis(
        id: "place", name: "place",
        poles: ["a", "b", "c", "d"].map { Pole(id: $0, name: $0) })
    ])
    let talks = TwoClusters.talks(0..<24).enumerated().map { index, talk in
      var talk = talk
      talk.labels["place"] = ["a", "b", "c", "d"][index % 4]
      return talk
    }
    let lexicon = Lexicon(entries: [
      LexiconEntry(
        term: TwoClusters.word(2, 0, isSky: false),
        hints: [.init(axis: "place", pole: "c", weight: 1)])
    ])
    var settings = TwoClusters.settings
    settings.prior = PriorStrengths(lexicon: 3, vectors: 2)
    try Self.compare(
      talks, scheme,
      PriorKnowledge(lexicon: lexicon, vectors: try TwoClusters.vectors()), settings)
  }

  @Test("holds the temperature in its weights and intercept")
  func temperature() throws {
    var settings = TinyCorpus.settings
    settings.search = SettingsSearch()
    let labelled = try LabelledTalks(
      talks: TinyCorpus.talks, scheme: .standard, lexicon: Lexicon(), settings: settings)
    let space = try FeatureSpace(labelled, rows: Array(0..<12), settings: settings)
    for axis in 0..<2 {
      let learner = AxisLearner(labelled, space: space, axis: axis, settings: settings)
      let result = learner.learn(
        rows: Array(0..<12), classes: labelled.labelled(onAxis: axis).classes)
      let temperature = result.chosen.temperature
      // Certain to be neither timid nor sure beyond what twelve talks can tell.
      #expect((0.06...19).contains(temperature))
      #expect(temperature != 1)
      let raw = result.regression.weights(result.fit, output: 0, design: result.design)
      for (folded, weight) in zip(learner.weights(result, output: 0), raw) {
        #expect(abs(folded * temperature - weight) < 1e-12)
      }
      #expect(
        abs(learner.intercept(result, output: 0) * temperature - result.fit.intercepts[0]) < 1e-12)
    }
  }

  @Test("places talks whose words no training talk had, by their vectors")
  func unseenWords() throws {
    var settings = TwoClusters.settings
    settings.search = SettingsSearch()
    let (training, others) = (TwoClusters.talks(0..<16), TwoClusters.talks(16..<40))
    let scheme = try TwoClusters.scheme.get()
    let classifier = try Classifier(
      model: Trainer(
        settings: settings, knowledge: PriorKnowledge(vectors: try TwoClusters.vectors())
      ).train(on: training, scheme: scheme))
    for talk in others {
      let prediction = try classifier.classify(talk)
      #expect(prediction.axes[0].pole == talk.labels["place"])
      #expect(prediction.axes[0].probability > 0.6)
      #expect(prediction.knownTermShare == 1)
    }
    // Without vectors nothing is known of them.
    let plain = try Classifier(
      model: Trainer(settings: TwoClusters.settings).train(on: training, scheme: scheme))
    #expect(try plain.classify(others[0]).warnings == [.noKnownTerms])
  }
}
