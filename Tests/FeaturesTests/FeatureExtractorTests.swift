import Shogen
import TestSupport
import Testing

@testable import Features

@Suite("Extracting a talk's vector")
struct FeatureExtractorTests {
  static let talks =
    FixtureTexts.decks + FixtureTexts.titles
    + FixtureTexts.hostile.map { Talk(title: $0, text: $0) }

  @Test(
    "gives the row that training gives the same talk, of unit length",
    arguments: [
      FeatureSettings(), FeatureSettings(usesPairs: false, sublinear: false, titleWeight: 0),
      FeatureSettings(titleWeight: 0.5, minimumDocumentFrequency: 1, maximumVocabulary: 300),
    ])
  func agreesWithMatrix(settings: FeatureSettings) throws {
    let lexicon = try Lexicon(contentsOf: Repository.path("Corpora/lexicons/sre.tsv"))
    let tokenizer = try Tokenizer(lexicon: lexicon)
    let frequencies = try TermFrequencies(
      talks: Self.talks, counter: TermCounter(tokenizer: tokenizer, settings: settings))
    let vocabulary = try Vocabulary(
      learningFrom: frequencies, rows: Array(0..<30), settings: settings)
    #expect(frequencies.collisionCount == 0)
    #expect(vocabulary.count > 200)
    let matrix = TFIDF(sublinear: settings.sublinear).matrix(
      of: frequencies, rows: Array(Self.talks.indices), vocabulary: vocabulary)
    let extractor = FeatureExtractor(
      tokenizer: tokenizer, vocabulary: vocabulary, settings: settings)
    var scratch = try FeatureScratch()
    for (row, talk) in Self.talks.enumerated() {
      try extractor.extract(talk, into: &scratch)
      let entries = matrix.entries(ofRow: row)
      try #require(scratch.columns.sorted() == Array(matrix.columns[entries]))
      let values = Dictionary(uniqueKeysWithValues: zip(scratch.columns, scratch.values))
      for entry in entries {
        #expect(abs((values[matrix.columns[entry]] ?? 0) - matrix.values[entry]) < 1e-12)
      }
      let norm = scratch.values.reduce(0) { $0 + $1 * $1 }
      #expect(scratch.values.isEmpty || abs(norm - 1) < 1e-12)
    }
  }

  @Test("counts words, known words and their share, but no pairs")
  func wordCounts() throws {
    let extractor = try extractor(["障害", "監視"])
    var scratch = try FeatureScratch()
    try extractor.extract(
      Talk(title: "障害", text: "障害対応 計画\n障害の監視"), into: &scratch)
    #expect(scratch.tokenCount == 6)
    #expect(scratch.knownTokenCount == 4)
    #expect(scratch.knownTermShare == 4.0 / 6)
    #expect(scratch.columns == [0, 1])
  }

  @Test("gives a talk without words the zero vector and no share")
  func empty() throws {
    let extractor = try extractor(["障害"])
    var scratch = try FeatureScratch()
    try extractor.extract(Talk(title: "", text: "障害"), into: &scratch)
    #expect(scratch.values == [1])
    try extractor.extract(Talk(id: "empty", title: ""), into: &scratch)
    #expect(scratch.columns.isEmpty)
    #expect(scratch.values.isEmpty)
    #expect(scratch.tokenCount == 0)
    #expect(scratch.knownTermShare == 0)
  }

  @Test("may use one scratch for several vocabularies")
  func sharedScratch() throws {
    let text = Talk(title: "", text: "監視 障害 監視 計画")
    var scratch = try FeatureScratch()
    for words in [["障害", "監視"], ["計画"], ["監視", "障害", "復旧"], ["復旧", "計画", "障害"]] {
      try extractor(words).extract(text, into: &scratch)
      var fresh = try FeatureScratch()
      try extractor(words).extract(text, into: &fresh)
      #expect(scratch.columns == fresh.columns)
      #expect(scratch.values == fresh.values)
      #expect(scratch.knownTokenCount == fresh.knownTokenCount)
    }
  }

  /// An extractor of words with idf 1.
  private func extractor(_ words: [String]) throws -> FeatureExtractor {
    let vocabulary = try Vocabulary(
      terms: words.map { Term(text: $0, kind: .word) }, hashes: words.map { TermHash.word($0) },
      inverseDocumentFrequencies: words.map { _ in 1 })
    return FeatureExtractor(
      tokenizer: try Tokenizer(), vocabulary: vocabulary, settings: FeatureSettings())
  }
}
