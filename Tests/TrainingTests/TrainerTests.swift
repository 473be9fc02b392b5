import Classification
import Features
import Shogen
import Talks
import TestSupport
import Testing

@testable import Training

@Suite("Training")
struct TrainerTests {
  @Test("twice the same gives equal models and equal files")
  func isReproducible() throws {
    let (one, other) = (try TinyCorpus.makeTinyModel(), try TinyCorpus.makeTinyModel())
    #expect(one.weights == other.weights)
    #expect(one.vocabulary == other.vocabulary)
    #expect(one.provenance == other.provenance)
    let folder = try TemporaryFolder()
    try ModelFile.write(one, to: folder.path + "/one")
    try ModelFile.write(other, to: folder.path + "/other")
    for name in ["model.json", "weights.safetensors", "lexicon.tsv"] {
      #expect(try folder.bytes(of: "one/" + name) == folder.bytes(of: "other/" + name))
    }
  }

  @Test("weights are those of logistic regression on each axis, as single-precision numbers")
  func weightsOfTheLearner() throws {
    let settings = TinyCorpus.settings
    let labelled = try LabelledTalks(
      talks: TinyCorpus.talks, scheme: .standard, lexicon: Lexicon(), settings: settings)
    let model = try Trainer(settings: settings).train(on: labelled)
    for axis in 0..<2 {
      let (rows, classes) = labelled.labelled(onAxis: axis)
      #expect(rows == Array(0..<12))
      let fit = ChosenSettings(settings).learner(
        classWeighting: settings.classWeighting
      ).fit(
        TFIDF(sublinear: true).matrix(
          of: labelled.frequencies, rows: rows, vocabulary: model.vocabulary),
        classes: classes, classCount: 2)
      #expect(model.weights.intercepts[axis] == Float(fit.intercepts[0]))
      for term in 0..<model.vocabulary.count {
        #expect(model.weights.weight(ofTerm: term, output: axis) == Float(fit.weights[0][term]))
      }
    }
  }

  @Test("the account of a model is true")
  func provenance() throws {
    let provenance = try TinyCorpus.makeTinyModel().provenance
    #expect(provenance.talkCount == 12)
    #expect(provenance.seed == 2024)
    #expect(provenance.axes.map(\.inverseRegularization) == [10, 10])
    #expect(provenance.classWeighting == "balanced")
    #expect(provenance.solver == "Newton-CG until the gradient norm fell by 1e-10")
    #expect(provenance.validation == nil)
    #expect(provenance.axes.map(\.axis) == ["depth", "scope"])
    #expect(provenance.axes.map(\.labelled) == [[6, 6], [6, 6]])
    #expect(provenance.axes.allSatisfy { $0.solverSteps > 0 && $0.accuracy == nil })
  }

  @Test("the hash of the training data changes with any id, title, text, label or order")
  func trainingDataHash() throws {
    func hash(_ change: (inout [Talk]) -> Void) throws -> String {
      var talks = TinyCorpus.talks
      change(&talks)
      return try Trainer(settings: TinyCorpus.settings).train(on: talks).provenance
        .trainingDataHash
    }
    let hashes = try [
      hash { _ in },
      hash { $0[0].id += "x" },
      hash { $0[0].title += "x" },
      hash { $0[0].slides[0].text += "x" },
      hash { $0[0].labels["depth"] = "advanced" },
      hash { $0[0].labels["scope"] = nil },
      hash { $0.swapAt(0, 1) },
    ]
    #expect(Set(hashes).count == 7)
    #expect(hashes.allSatisfy { $0.count == 64 })
    #expect(try hash { _ in } == hashes[0])
  }

  @Test("a heavier C fits the labels closer")
  func regularization() throws {
    func largest(_ c: Double) throws -> Float {
      var settings = TinyCorpus.settings
      settings.inverseRegularization = c
      let model = try Trainer(settings: settings).train(on: TinyCorpus.talks)
      return model.weights.values.map(abs).max() ?? 0
    }
    #expect(try largest(0.1) < largest(1))
    #expect(try largest(1) < largest(10))
  }
}
