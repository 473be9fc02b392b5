import Foundation
import Shogen
import TestSupport
import Testing

@testable import Classification

/// Files whose checksums are right and whose content is not.
@Suite("A forged model")
struct ForgedModelTests {
  @Test(
    "without one of its arrays names it",
    arguments: [
      ("term_hashes", "U64"), ("weights", "F32"), ("intercepts", "F32"), ("idf", "F32"),
      ("term_offsets", "U32"), ("term_kinds", "U8"), ("term_bytes", "U8"),
    ])
  func missingTensor(name: String, type: String) throws {
    let stored = try StoredModel()
    try stored.forgeTensors { $0 = $0.without(name) }
    let error = ModelError.badTensors(
      path: stored.file("weights.safetensors"), reason: "no tensor '\(name)' of type \(type)")
    #expect(throws: error) { try stored.read() }
    // The same name with another type is as good as none.
    try stored.forgeTensors { tensors in
      tensors = tensors.without(name)
      if type == "F32" {
        tensors.add(name, [UInt32](repeating: 0, count: 6))
      } else {
        tensors.add(name, [Float](repeating: 0, count: 3))
      }
    }
    #expect(throws: error) { try stored.read() }
  }

  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var edit: @Sendable (inout SafeTensors) -> Void
    var error: @Sendable (String) -> ModelError
  }

  static let cases = [
    Case(testDescription: "two terms of one hash") {
      $0 = $0.without("term_hashes")
      $0.add("term_hashes", [1, 2, 1] as [UInt64])
    } error: { _ in
      .badVocabulary(.sharedHash)
    },
    Case(testDescription: "fewer hashes than terms") {
      $0 = $0.without("term_hashes")
      $0.add("term_hashes", [1, 2] as [UInt64])
    } error: { _ in
      .badVocabulary(.lengthsDiffer(terms: 3, hashes: 2, frequencies: 3))
    },
    Case(testDescription: "fewer frequencies than terms") {
      $0 = $0.without("idf")
      $0.add("idf", [1, 2] as [Float])
    } error: { _ in
      .badVocabulary(.lengthsDiffer(terms: 3, hashes: 3, frequencies: 2))
    },
    Case(testDescription: "an offset beyond the text") {
      $0 = $0.without("term_offsets")
      $0.add("term_offsets", [0, 6, 17, 4_000_000_000] as [UInt32])
    } error: {
      .badTensors(path: $0, reason: "term 2 lies outside the text or has no kind")
    },
    Case(testDescription: "offsets that go back") {
      $0 = $0.without("term_offsets")
      $0.add("term_offsets", [0, 17, 6, 21] as [UInt32])
    } error: {
      .badTensors(path: $0, reason: "term 1 lies outside the text or has no kind")
    },
    Case(testDescription: "a kind of term that is none") {
      $0 = $0.without("term_kinds")
      $0.add("term_kinds", [0, 1, 4] as [UInt8])
    } error: {
      .badTensors(path: $0, reason: "term 2 lies outside the text or has no kind")
    },
    Case(testDescription: "too few offsets") {
      $0 = $0.without("term_offsets")
      $0.add("term_offsets", [0, 6, 17] as [UInt32])
    } error: { _ in
      .shapesDiffer(what: "term offsets", expected: 4, found: 3)
    },
    Case(testDescription: "a weight that is no number") {
      $0 = $0.without("weights")
      $0.add("weights", [0, 0, 0, .nan, 0, 0] as [Float], shape: [3, 2])
    } error: { _ in
      .notFinite
    },
    Case(testDescription: "an infinite intercept") {
      $0 = $0.without("intercepts")
      $0.add("intercepts", [0, -.infinity] as [Float])
    } error: { _ in
      .notFinite
    },
    Case(testDescription: "an inverse document frequency that is no number") {
      $0 = $0.without("idf")
      $0.add("idf", [1, .nan, 1] as [Float])
    } error: { _ in
      .notFinite
    },
    Case(testDescription: "no intercept") {
      $0 = $0.without("intercepts")
      $0.add("intercepts", [] as [Float])
    } error: {
      .badTensors(path: $0, reason: "tensor 'weights' has shape [3, 2] instead of [3, 0]")
    },
    Case(testDescription: "weights for a term more") {
      $0 = $0.without("weights")
      $0.add("weights", [Float](repeating: 0, count: 8), shape: [4, 2])
    } error: {
      .badTensors(path: $0, reason: "tensor 'weights' has shape [4, 2] instead of [3, 2]")
    },
    Case(testDescription: "weights with rows and columns exchanged") {
      $0 = $0.without("weights")
      $0.add("weights", [Float](repeating: 0, count: 6), shape: [2, 3])
    } error: {
      .badTensors(path: $0, reason: "tensor 'weights' has shape [2, 3] instead of [3, 2]")
    },
  ]

  @Test("is refused by what its arrays say", arguments: cases)
  func arrays(testCase: Case) throws {
    let stored = try StoredModel()
    try stored.forgeTensors(testCase.edit)
    let error = testCase.error(stored.file("weights.safetensors"))
    #expect(throws: error) { try stored.read() }
  }

  @Test("with a lexicon that cannot be read names its line")
  func lexicon() throws {
    let stored = try StoredModel()
    try stored.forge("lexicon.tsv", Array("term\tweight\n\t1\n".utf8))
    let error = ModelError.badManifest(
      path: stored.file("lexicon.tsv"),
      reason: "line 2: the term is empty; fill it or remove the line")
    #expect(throws: error) { try stored.read() }
  }

  @Test("with a lexicon that is no UTF-8 names the lexicon")
  func lexiconEncoding() throws {
    let stored = try StoredModel()
    try stored.forge("lexicon.tsv", Array("term\n".utf8) + [0xFF, 0xFE])
    let error = try #require(throws: ModelError.self) { try stored.read() }
    #expect(error.description.hasPrefix(stored.file("lexicon.tsv") + ": "))
  }
}
