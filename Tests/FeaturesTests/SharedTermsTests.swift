import Talks
import Testing
import Tokenization

@testable import Features

@Suite("Counting many talks")
struct SharedTermsTests {
  /// More talks than a worker counts at once.
  private static let talks = (0..<1_100).map { index in
    Talk(
      id: "\(index)", title: "監視\(index % 7)", text: "障害 対応 \(index % 13)\n復旧 手順 \(index)")
  }

  private static func frequencies(
    workerCount: Int, sharedOnly: Bool = false
  ) throws -> TermFrequencies {
    let counter = TermCounter(
      tokenizer: try Tokenizer(), settings: FeatureSettings(usesFragments: true))
    return TermFrequencies(
      try CountedTalks(talks, counter: counter, workerCount: workerCount),
      sharedOnly: sharedOnly, workerCount: workerCount)
  }

  @Test("gives the same terms in the same order for any number of workers", arguments: [2, 7])
  func workers(count: Int) throws {
    let (one, many) = (
      try Self.frequencies(workerCount: 1), try Self.frequencies(workerCount: count)
    )
    #expect(one.terms == many.terms)
    #expect(one.hashes == many.hashes)
    #expect(one.rows.map(\.terms) == many.rows.map(\.terms))
    #expect(one.rows.map(\.counts) == many.rows.map(\.counts))
    #expect(one.rows.count == 1_100)
    #expect(many.counts(ofTalk: 1_099)[Term(text: "障害", kind: .word)] == 1)
  }

  @Test("dropping what only one talk has changes neither vocabulary nor vectors")
  func shared() throws {
    let all = try Self.frequencies(workerCount: 2)
    let shared = try Self.frequencies(workerCount: 2, sharedOnly: true)
    #expect(shared.terms.count < all.terms.count)
    #expect(shared.terms == shared.terms.sorted(by: Term.precedes))
    let rows = Array(stride(from: 0, to: 1_100, by: 3))
    for maximum in [50, 100_000] {
      let settings = FeatureSettings(
        usesFragments: true, minimumDocumentFrequency: 1, maximumVocabulary: maximum)
      let before = try Vocabulary(learningFrom: all, rows: rows, settings: settings)
      let after = try Vocabulary(learningFrom: shared, rows: rows, settings: settings)
      #expect(before == after)
      #expect(before.hashes == after.hashes)
      let weighting = TFIDF(sublinear: true)
      #expect(
        weighting.matrix(of: all, rows: rows, vocabulary: before)
          == weighting.matrix(of: shared, rows: rows, vocabulary: after))
    }
    for (position, hash) in shared.hashes.enumerated() {
      #expect(shared.position(ofHash: hash) == position)
    }
  }
}
