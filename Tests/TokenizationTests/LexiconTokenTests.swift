import Testing

@testable import Tokenization

@Suite("Lexicon terms in text")
struct LexiconTokenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var lexicon: [String]
    var text: String
    /// The words; keywords in brackets.
    var words: String

    init(_ name: String, _ lexicon: [String], _ text: String, _ words: String) {
      self.name = name
      self.lexicon = lexicon
      self.text = text
      self.words = words
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("a loanword ICU cuts stays whole", ["エラーバジェット"], "エラーバジェットの話", "[エラーバジェット] 話"),
    Case("an ideographic term stays whole", ["可観測性"], "可観測性", "[可観測性]"),
    Case("a term of two words stays whole", ["Four Keys"], "ＦＯＵＲ keysで測る", "[four keys] 測る"),
    Case("a term with symbols stays whole", ["CI/CD", "C++"], "CI/CDとC++", "[ci/cd] [c++]"),
    Case("an ideographic edge may lie within a word", ["観測"], "可観測性観測", "可 [観測] 性 [観測]"),
    Case("an ideographic term may lie within one piece", ["係者"], "関係者", "関 [係者]"),
    Case("an ideographic term may begin a piece and end within it", ["関係"], "関係者", "[関係] 者"),
    Case(
      "an edge beside kana lies at an ICU boundary only", ["組み", "り組み", "取", "取り組"], "取り組み",
      "取り組み"),
    Case("a katakana edge lies at an ICU boundary only", ["ログ"], "ブログのログ", "ブログ [ログ]"),
    Case("a katakana term ends a joined word", ["バジェット"], "エラーバジェット", "エラー [バジェット]"),
    Case("a katakana term does not end within a word", ["サーバ"], "サーバー", "サーバー"),
    Case(
      "a Latin edge lies at an ICU boundary only", ["SRE"], "SRE SREs preSRE SREの",
      "[sre] sres presre [sre]"),
    Case("a Latin term may stand in kanji", ["SRE"], "横断SRE組織", "横断 [sre] 組織"),
    Case("the longest of two terms wins", ["可用", "可用性目標", "可用性"], "可用性目標の可用性", "[可用性目標] [可用性]"),
    Case("the leftmost of two terms wins", ["観測性", "可観測"], "可観測性", "[可観測] 性"),
    Case(
      "a longer term that does not end well yields to a shorter", ["Four", "Four Ke"], "Four Keys",
      "[four] keys"),
    Case("terms may follow each other", ["障害", "対応"], "障害対応障害", "[障害] [対応] [障害]"),
    Case("a term goes before a stop word", ["これ"], "これは", "[これ]"),
    Case("a term goes before the one-letter rule", ["C"], "CとD", "[c]"),
    Case("a term goes before the number rule", ["24/365"], "24/365で24", "[24/365]"),
    Case("a term does not cross a line", ["Four Keys"], "Four\nKeys", "four keys"),
    Case("a term is found through radicals and soft hyphens", ["長期"], "⻑\u{AD}期", "[長期]"),
    Case("a term may be one ideograph beyond the basic plane", ["𠮷"], "𠮷野家", "[𠮷] 野家"),
    Case("a term may stand beside ideographs beyond the basic plane", ["観測"], "𠮷観測𠮷", "𠮷 [観測] 𠮷"),
    Case("an empty term is no term", ["", "\u{AD}"], "障害", "障害"),
  ]

  @Test("are kept whole", arguments: cases)
  func terms(in example: Case) throws {
    let lexicon = Lexicon(entries: example.lexicon.map { LexiconEntry(term: $0) })
    let words = try Tokenizer(lexicon: lexicon).words(in: example.text).map {
      $0.token.kind == .keyword ? "[\($0.text)]" : $0.text
    }
    #expect(words.joined(separator: " ") == example.words)
  }

  @Test("have their preferred form's text and hash in every spelling")
  func variants() throws {
    let lexicon = Lexicon(entries: [
      LexiconEntry(term: "Four Keys", variants: ["FourKeys", "4 Keys", "フォーキーズ"])
    ])
    let tokenizer = try Tokenizer(lexicon: lexicon)
    let text = "Four Keys, FourKeys, ４ keys, ﾌｫｰｷｰｽﾞ"
    let tokens = try tokenizer.words(in: text)
    #expect(tokens.map(\.text) == [String](repeating: "four keys", count: 4))
    #expect(tokens.allSatisfy { $0.token.hash == TermHash.word("four keys") })
    #expect(tokens.map(\.token.byteRange) == [0..<9, 11..<19, 21..<29, 31..<52])
    #expect(tokenizer.keyword(at: 0).text == "four keys")
    #expect(tokenizer.keyword(at: 0).hash == TermHash.word("four keys"))
  }

  @Test("belong to the earlier of two entries that share a spelling")
  func sharedSpelling() throws {
    let lexicon = Lexicon(entries: [
      LexiconEntry(term: "可観測性", variants: ["オブザーバビリティ"]),
      LexiconEntry(term: "オブザーバビリティ", variants: ["o11y"]),
    ])
    let words = try Tokenizer(lexicon: lexicon).words(in: "オブザーバビリティ o11y").map(\.text)
    #expect(words == ["可観測性", "オブザーバビリティ"])
  }
}
