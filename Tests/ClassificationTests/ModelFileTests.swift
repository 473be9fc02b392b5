import Foundation
import Shogen
import TestSupport
import Testing

@testable import Classification

@Suite("A model on disk")
struct ModelFileTests {
  @Test("comes back as it was")
  func roundTrip() throws {
    let model = try StoredModel.example()
    let read = try StoredModel(model).read().model
    #expect(read.scheme == model.scheme)
    #expect(read.tokenization == model.tokenization)
    #expect(read.lexicon == model.lexicon)
    #expect(read.features == model.features)
    #expect(read.vocabulary == model.vocabulary)
    #expect(read.vocabulary.hashes == model.vocabulary.hashes)
    #expect(read.weights == model.weights)
    #expect(read.provenance == model.provenance)
  }

  @Test("saved, loaded and saved again has equal bytes")
  func saveLoadSave() throws {
    for model in [try StoredModel.example(), try TinyCorpus.makeTinyModel()] {
      let first = try StoredModel(model)
      let second = try StoredModel(first.read().model)
      for name in StoredModel.names { #expect(try first.bytes(name) == second.bytes(name)) }
      #expect(try first.read().hash == second.read().hash)
    }
  }

  @Test("predicts as it did before, bit for bit")
  func predictions() throws {
    let model = try TinyCorpus.makeTinyModel()
    let before = try Classifier(model: model)
    let stored = try StoredModel(model)
    let after = try Classifier(contentsOf: stored.path)
    #expect(after.modelHash == (try stored.read().hash))
    #expect(after.modelHash.count == 16)
    for talk in TinyCorpus.talks + CorporaTalks.all.prefix(5) {
      #expect(try before.classify(talk) == after.classify(talk))
    }
  }

  @Test("is three files and nothing else, the manifest as its text says")
  func files() throws {
    let stored = try StoredModel()
    let names = try FileManager.default.contentsOfDirectory(atPath: stored.path).sorted()
    #expect(names == StoredModel.names)
    let manifest = String(decoding: try stored.bytes("model.json"), as: UTF8.self)
    #expect(try manifest == ModelFile.manifestText(of: StoredModel.example()))
    #expect(manifest.hasSuffix("}\n"))
    #expect(manifest.contains("\"format\" : 1"))
  }

  @Test("has a hash that is the beginning of the manifest's SHA-256, and changes with it")
  func hash() throws {
    let stored = try StoredModel()
    let hash = try stored.read().hash
    #expect(try SHA256.hexDigest(of: stored.bytes("model.json")).hasPrefix(hash))
    let other = try HandMadeModel.make(intercepts: [0.25, -0.25])
    #expect(try StoredModel(other).read().hash != hash)
  }

  @Test("replaces the one before it")
  func replaces() throws {
    let stored = try StoredModel()
    let other = try HandMadeModel.make(intercepts: [4, 4])
    try ModelFile.write(other, to: stored.path)
    #expect(try stored.read().model.weights.intercepts == [4, 4])
    #expect(try FileManager.default.contentsOfDirectory(atPath: stored.path).count == 3)
  }

  @Test("without terms, or with words of every script, comes back too")
  func unusualVocabularies() throws {
    let empty = try Model(
      scheme: .standard, tokenization: TokenizationSettings(), lexicon: Lexicon(),
      features: FeatureSettings(),
      vocabulary: Vocabulary(terms: [], hashes: [], inverseDocumentFrequencies: []),
      weights: LinearWeights(values: [], intercepts: [1, -1]),
      provenance: HandMadeModel.provenance)
    let read = try StoredModel(empty).read().model
    #expect(read.vocabulary.count == 0)
    let prediction = try Classifier(model: read).classify(TinyCorpus.talks[0])
    #expect(prediction.axes.map(\.score) == [1, -1])

    let texts = ["a\u{0}b", "カ\u{3099}", "監視", "👩‍👩‍👧‍👦"]
    let odd = try Model(
      scheme: .standard, tokenization: TokenizationSettings(), lexicon: Lexicon(),
      features: FeatureSettings(),
      vocabulary: Vocabulary(
        terms: texts.map { Term(text: $0, kind: .keyword) },
        hashes: [0, .max, 1, UInt64(1) << 63], inverseDocumentFrequencies: [1, 2, 3, 4]),
      weights: LinearWeights(
        values: [.leastNonzeroMagnitude, -.greatestFiniteMagnitude, -0.0, 0, 1, 2, 3, 4],
        intercepts: [0, 0]),
      provenance: HandMadeModel.provenance)
    let back = try StoredModel(odd).read().model
    #expect(back.vocabulary.terms.map { Array($0.text.utf8) } == texts.map { Array($0.utf8) })
    #expect(back.vocabulary.hashes == odd.vocabulary.hashes)
    #expect(back.weights.values.map(\.bitPattern) == odd.weights.values.map(\.bitPattern))
  }
}
