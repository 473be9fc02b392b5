import Shogen
import TestSupport
import Testing

@testable import Features
@testable import Tokenization

@Suite("Naming terms without tokens")
struct TermNamesTests {
  static let texts =
    FixtureTexts.decks.flatMap { [$0.title] + $0.slides.map(\.text) } + FixtureTexts.hostile + [
      "", "SRE", "障害 対応\n障害対応 の 計画", "連絡は a.b@example.com か @handle へ http://a.b/c 障害",
      "時刻 10:30 比 1:/2 障害@東京 対応", String(repeating: "監視 と 障害対応、エラーバジェット。\n", count: 2000),
      "🈴𠮟る 叱𠮟責 ㍿ｶﾞｷﾞｸﾞ",
    ]

  @Test(
    "gives the hashes that a walk over tokens gives, in its order", arguments: [true, false])
  func walk(usesPairs: Bool) throws {
    let settings = FeatureSettings(usesPairs: usesPairs, usesFragments: false)
    let lexicon = try Lexicon(contentsOf: Repository.path("Corpora/lexicons/sre.tsv"))
    let tokenizer = try Tokenizer(lexicon: lexicon)
    var scratch = try TokenizationScratch()
    var total = 0
    for text in Self.texts {
      var (hashes, areWords): ([UInt64], [UInt8]) = ([], [])
      try tokenizer.tokenize(text, scratch: &scratch) { block in
        TermWalk.forEachTerm(in: block, settings: settings) { hash, kind, _ in
          hashes.append(hash)
          areWords.append(kind == .word || kind == .keyword ? 1 : 0)
        }
      }
      scratch.names.removeAll()
      try Self.addNames(of: text, by: tokenizer, pairs: usesPairs, &scratch)
      let (names, words) = Self.content(scratch.names)
      #expect(names == hashes, "\(text.prefix(40))")
      #expect(words == areWords)
      #expect(scratch.names.wordCount == areWords.reduce(0) { $0 + Int($1) })
      total += hashes.count
    }
    #expect(total > 3_000)
  }

  @Test("adds to the names of earlier texts until they are removed")
  func adding() throws {
    let tokenizer = try Tokenizer()
    var scratch = try TokenizationScratch()
    func add(_ text: String) throws {
      try Self.addNames(of: text, by: tokenizer, pairs: true, &scratch)
    }
    try add("障害")
    try add("監視 計画")
    let (kanshi, keikaku) = (TermHash.word("監視"), TermHash.word("計画"))
    #expect(
      Self.content(scratch.names).hashes
        == [TermHash.word("障害"), kanshi, keikaku, TermHash.pair(kanshi, keikaku)])
    #expect(Self.content(scratch.names).areWords == [1, 1, 1, 0])
    scratch.names.removeAll()
    #expect(scratch.names.count == 0 && scratch.names.wordCount == 0)
  }

  @Test("finds those a table has", arguments: [0, 1, 9, 5000])
  func finding(count: Int) throws {
    let tokenizer = try Tokenizer()
    var scratch = try TokenizationScratch()
    let words: [String] = (0..<count).map { "sre" + String($0, radix: 36) }
    let hashes = Set(words.map { TermHash.word($0) })
    let known = hashes.sorted().filter { $0 % 3 != 0 }
    let table = try #require(HashTable(known))
    var found = FoundTerms()
    for text in [words.joined(separator: " "), "障害", ""] {
      scratch.names.removeAll()
      try Self.addNames(of: text, by: tokenizer, pairs: true, &scratch)
      let (names, areWords) = Self.content(scratch.names)
      let expected: [Int32] = names.map { table.index(of: $0) }
      table.find(scratch.names, into: &found)
      var places: [Int32] = []
      found.withPositions { positions in places = (0..<found.count).map { positions[$0] } }
      #expect(places == expected.filter { $0 >= 0 })
      #expect(found.wordCount == zip(expected, areWords).count { $0 >= 0 && $1 == 1 })
    }
  }

  private static func addNames(
    of text: String, by tokenizer: Tokenizer, pairs: Bool, _ scratch: inout TokenizationScratch
  ) throws {
    var cutter = BlockCutter()
    while try tokenizer.addTermNames(
      of: text, from: &cutter, usesPairs: pairs, scratch: &scratch)
    {}
  }

  private static func content(_ names: borrowing TermNames) -> (
    hashes: [UInt64], areWords: [UInt8]
  ) {
    (
      (0..<names.count).map { names.hashes[$0] }, (0..<names.count).map { names.areWords[$0] }
    )
  }
}
