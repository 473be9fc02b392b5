import Talks
import Testing
import Tokenization

@testable import Features

@Suite("Vocabularies")
struct VocabularyTests {
  private let texts = ["障害 監視", "障害 監視 復旧", "障害 エラーバジェット"]

  @Test("keep terms of enough talks, lexicon entries of any, in the order of their bytes")
  func minimumDocumentFrequency() throws {
    let vocabulary = try learn(from: texts, FeatureSettings(usesPairs: false))
    #expect(
      vocabulary.terms == [
        Term(text: "エラーバジェット", kind: .keyword), Term(text: "監視", kind: .word),
        Term(text: "障害", kind: .word),
      ])
    // ln(4/2) + 1, ln(4/3) + 1, ln(4/4) + 1
    let expected: [Float] = [1.693_147_2, 1.287_682_1, 1]
    for (found, expected) in zip(vocabulary.inverseDocumentFrequencies, expected) {
      #expect(abs(found - expected) < 1e-6)
    }
    #expect(vocabulary.hashes == vocabulary.terms.map { TermHash.word($0.text) })
  }

  @Test("learn from the named talks alone")
  func rows() throws {
    let vocabulary = try learn(from: texts, rows: [0, 1], FeatureSettings(usesPairs: false))
    #expect(vocabulary.terms.map(\.text) == ["監視", "障害"])
    #expect(vocabulary.inverseDocumentFrequencies == [1, 1])
  }

  @Test("count talks, not occurrences")
  func talksNotOccurrences() throws {
    let vocabulary = try learn(from: ["障害 障害 監視", "監視"], FeatureSettings(usesPairs: false))
    #expect(vocabulary.terms.map(\.text) == ["監視"])
  }

  @Test("treat a minimum below one as one", arguments: [-1, 0, 1])
  func lowMinimum(minimum: Int) throws {
    let settings = FeatureSettings(usesPairs: false, minimumDocumentFrequency: minimum)
    let vocabulary = try learn(from: texts, rows: [1], settings)
    #expect(vocabulary.terms.map(\.text) == ["復旧", "監視", "障害"])
  }

  @Test("above their size keep the most widespread, of equals the smaller")
  func maximumVocabulary() throws {
    let texts = ["障害 監視 復旧 計画", "障害 監視 復旧", "障害 計画"]
    func terms(_ maximum: Int) throws -> [String] {
      let settings = FeatureSettings(
        usesPairs: false, minimumDocumentFrequency: 1, maximumVocabulary: maximum)
      return try learn(from: texts, settings).terms.map(\.text)
    }
    #expect(try terms(1) == ["障害"])
    #expect(try terms(2) == ["復旧", "障害"])
    #expect(try terms(3) == ["復旧", "監視", "障害"])
    #expect(try terms(4) == ["復旧", "監視", "計画", "障害"])
    #expect(try terms(5) == terms(4))
  }

  @Test("hold pairs beside words")
  func pairs() throws {
    let vocabulary = try learn(from: ["障害対応", "障害対応"], FeatureSettings())
    #expect(
      vocabulary.terms == [
        Term(text: "対応", kind: .word), Term(text: "障害", kind: .word),
        Term(text: "障害 対応", kind: .pair),
      ])
    let hash = TermHash.pair(TermHash.word("障害"), TermHash.word("対応"))
    #expect(vocabulary.index(ofHash: hash) == 2)
    #expect(vocabulary.index(ofHash: hash &+ 1) == nil)
  }

  @Test("without a term are refused")
  func empty() throws {
    let error = VocabularyError.empty(minimumDocumentFrequency: 2, talks: 1)
    #expect(throws: error) { try learn(from: ["障害"], FeatureSettings()) }
    #expect(
      error.description
        == "no term occurs in 2 of the 1 training talks; add talks or lower the minimum document frequency"
    )
  }

  @Test("refuse arrays that do not go together")
  func badArrays() {
    let terms = [Term(text: "a", kind: .word), Term(text: "b", kind: .word)]
    let differ = VocabularyError.lengthsDiffer(terms: 2, hashes: 1, frequencies: 2)
    #expect(throws: differ) {
      try Vocabulary(terms: terms, hashes: [1], inverseDocumentFrequencies: [1, 1])
    }
    #expect(throws: VocabularyError.lengthsDiffer(terms: 2, hashes: 2, frequencies: 3)) {
      try Vocabulary(terms: terms, hashes: [1, 2], inverseDocumentFrequencies: [1, 1, 1])
    }
    #expect(throws: VocabularyError.sharedHash) {
      try Vocabulary(terms: terms, hashes: [7, 7], inverseDocumentFrequencies: [1, 1])
    }
    #expect(
      differ.description
        == "2 terms, 1 hashes and 2 frequencies do not go together; train the model again")
    #expect(
      VocabularyError.sharedHash.description == "two terms share a hash; train the model again")
  }

  @Test("are ordered by UTF-8 bytes, then words, pairs, keywords")
  func order() {
    let ordered = [
      Term(text: "", kind: .word), Term(text: "a", kind: .word), Term(text: "a", kind: .pair),
      Term(text: "a", kind: .keyword), Term(text: "a b", kind: .pair),
      Term(text: "ab", kind: .word),
      Term(text: "か\u{3099}", kind: .word), Term(text: "が", kind: .word),
      // By UTF-16 the order of these two would be the other.
      Term(text: "\u{FF5E}", kind: .word), Term(text: "𠮷", kind: .word),
    ]
    for one in ordered.indices {
      for other in ordered.indices {
        #expect(Term.precedes(ordered[one], ordered[other]) == (one < other))
      }
    }
  }

  private func learn(
    from texts: [String], rows: [Int]? = nil, _ settings: FeatureSettings
  ) throws -> Vocabulary {
    let lexicon = Lexicon(entries: [LexiconEntry(term: "エラーバジェット")])
    let counter = TermCounter(tokenizer: try Tokenizer(lexicon: lexicon), settings: settings)
    let frequencies = try TermFrequencies(
      talks: texts.map { Talk(title: "", text: $0) }, counter: counter)
    return try Vocabulary(
      learningFrom: frequencies, rows: rows ?? Array(texts.indices), settings: settings)
  }
}
