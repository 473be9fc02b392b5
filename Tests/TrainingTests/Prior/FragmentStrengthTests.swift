import Features
import Talks
import TestSupport
import Testing

@testable import Classification
@testable import Training

@Suite("Strengths of pairs and fragments")
struct FragmentStrengthTests {
  private static func model(_ prior: PriorStrengths) throws -> Model {
    try Trainer(
      settings: TrainingSettings(
        features: FeatureSettings(usesFragments: true, minimumDocumentFrequency: 1), prior: prior)
    ).train(on: TinyCorpus.talks)
  }

  @Test("of 0 leave those terms without weight")
  func zero() throws {
    let model = try Self.model(PriorStrengths(pairs: 0, fragments: 0))
    for (term, text) in model.vocabulary.terms.enumerated() {
      let weight = model.weights.weight(ofTerm: term, output: 0)
      #expect((weight == 0) == (text.kind == .pair || text.kind == .fragment))
    }
  }

  @Test("of 1 are plain logistic regression")
  func one() throws {
    let model = try Self.model(PriorStrengths(pairs: 1, fragments: 1))
    let settings = TrainingSettings(
      features: FeatureSettings(usesFragments: true, minimumDocumentFrequency: 1))
    let labelled = try LabelledTalks(
      talks: TinyCorpus.talks, scheme: .standard, knowledge: PriorKnowledge(), settings: settings)
    let matrix = TFIDF(sublinear: true).matrix(
      of: labelled.frequencies, rows: Array(0..<12), vocabulary: model.vocabulary)
    let fit = LogisticRegression(inverseRegularization: 10, classWeighting: .balanced)
      .fit(matrix, classes: labelled.labelled(onAxis: 0).classes, classCount: 2)
    for term in model.vocabulary.terms.indices {
      let weight = Double(model.weights.weight(ofTerm: term, output: 0))
      #expect(abs(weight - fit.weights[0][term]) < 1e-6)
    }
  }

  @Test("of common words make their weights larger, the more the more talks have them")
  func common() {
    let strengths = PriorStrengths(pairs: 0.5, common: 4)
    #expect(strengths.deviation(of: .word, inverseDocumentFrequency: 1) == 17.0.squareRoot())
    #expect(strengths.deviation(of: .word, inverseDocumentFrequency: 4) == 2.0.squareRoot())
    #expect(strengths.deviation(of: .pair, inverseDocumentFrequency: 4) == 0.5)
    #expect(PriorStrengths().deviation(of: .word, inverseDocumentFrequency: 4) == 1)
  }

  @Test("give the same weights in the dual and in the primal", arguments: [0.0, 4])
  func dualAndPrimal(common: Double) throws {
    let settings = TrainingSettings(
      features: FeatureSettings(usesFragments: true, minimumDocumentFrequency: 1))
    let labelled = try LabelledTalks(
      talks: TinyCorpus.talks, scheme: .standard, knowledge: PriorKnowledge(), settings: settings)
    let design = try FeatureSpace(labelled, rows: Array(0..<12), settings: settings)
      .design(of: Array(0..<12))
    let classes = labelled.labelled(onAxis: 0).classes
    let regression = PriorRegression(
      learner: ChosenSettings(settings).learner(classWeighting: .balanced),
      strengths: PriorStrengths(pairs: 0.5, fragments: 0.25, common: common))
    let primal = regression.fit(design, classes: classes, classCount: 2, offsets: nil)
    let dual = regression.dual(
      design.kernel(with: design, strengths: regression.strengths), classes: classes,
      classCount: 2, offsets: nil)
    #expect(!primal.isDual && dual.isDual)
    let (one, two) = (
      regression.weights(primal, output: 0, design: design),
      regression.weights(dual, output: 0, design: design)
    )
    for term in one.indices { #expect(abs(one[term] - two[term]) < 1e-6) }
  }
}
