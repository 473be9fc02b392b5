internal import Tokenization

/// The terms a model knows, with their inverse document frequencies.
///
/// Immutable, shared by all workers.
public struct Vocabulary: Sendable, Equatable {
  /// The terms, ascending by their UTF-8 bytes.
  public let terms: [Term]
  /// ``TermHash`` of each term; no two are equal.
  public let hashes: [UInt64]
  /// ln((1 + n) / (1 + df)) + 1 of each term.
  public let inverseDocumentFrequencies: [Float]
  private let table: HashTable

  /// Creates a vocabulary from parallel arrays.
  ///
  /// - Throws: ``VocabularyError`` when the arrays differ in length or two terms
  ///   share a hash.
  public init(
    terms: [Term], hashes: [UInt64], inverseDocumentFrequencies: [Float]
  ) throws(VocabularyError) {
    guard terms.count == hashes.count, terms.count == inverseDocumentFrequencies.count else {
      throw .lengthsDiffer(
        terms: terms.count, hashes: hashes.count, frequencies: inverseDocumentFrequencies.count)
    }
    guard let table = HashTable(hashes) else {
      throw .sharedHash
    }
    self.terms = terms
    self.hashes = hashes
    self.inverseDocumentFrequencies = inverseDocumentFrequencies
    self.table = table
  }

  /// How many terms there are.
  public var count: Int { terms.count }

  /// The position of the term with a hash, or nil.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  public func index(ofHash hash: UInt64) -> Int? {
    let index = table.index(of: hash)
    return index < 0 ? nil : Int(index)
  }

  /// Finds the terms that some names stand for.
  ///
  /// Faster than as many calls of ``index(ofHash:)``.
  func find(_ names: borrowing TermNames, into found: inout FoundTerms) {
    table.find(names, into: &found)
  }

  /// Two vocabularies are equal when their terms and frequencies are.
  public static func == (one: Vocabulary, other: Vocabulary) -> Bool {
    one.terms == other.terms
      && one.inverseDocumentFrequencies == other.inverseDocumentFrequencies
  }
}
