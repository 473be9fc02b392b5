import Testing

@testable import Tokenization

@Suite("Neighboring words")
struct NeighborTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// The words, joined by + where the later follows the earlier and by / elsewhere.
    var words: String

    init(_ name: String, _ text: String, _ words: String) {
      self.name = name
      self.text = text
      self.words = words
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("words of a compound are neighbors", "障害対応", "障害+対応"),
    Case("a space does not part", "障害 対応　訓練\t計画", "障害+対応+訓練+計画"),
    Case("a particle does not part", "障害の対応を訓練", "障害+対応+訓練"),
    Case("one hiragana that is no stop word does not part", "障害へ対応", "障害+対応"),
    Case("stop words do not part", "障害 of the 対応", "障害+対応"),
    Case("a line end parts", "障害\n対応", "障害/対応"),
    Case("every line end parts", "障害\r\n対応\r訓練\u{2028}計画\u{85}復旧\u{0B}監視", "障害/対応/訓練/計画/復旧/監視"),
    Case("a wrapped line parts a compound", "障害の\n対応", "障害/対応"),
    Case("punctuation parts", "障害、対応。訓練（計画）・復旧", "障害/対応/訓練/計画/復旧"),
    Case("a symbol parts", "障害→対応🎉訓練", "障害/対応/訓練"),
    Case("a slash parts", "障害/対応", "障害/対応"),
    Case("a number parts", "障害 3 対応", "障害/対応"),
    Case("a dropped letter parts", "障害 a1 C 対応", "障害+a1/対応"),
    Case("a URL parts", "障害 https://a.b/c 対応", "障害/対応"),
    Case("an e-mail address parts", "障害 a@b.example 対応", "障害/対応"),
    Case("a handle parts", "障害 @sre 対応", "障害/対応"),
    Case("a lexicon term has neighbors", "障害のエラーバジェット対応", "障害+エラーバジェット+対応"),
    Case("the first word follows none", "の障害", "障害"),
  ]

  @Test("are those with nothing between but spaces and stop words", arguments: cases)
  func neighbors(in example: Case) throws {
    let lexicon = Lexicon(entries: [LexiconEntry(term: "エラーバジェット")])
    var found = ""
    for (text, token) in try Tokenizer(lexicon: lexicon).words(in: example.text) {
      if token.followsPrevious { found += "+" } else if !found.isEmpty { found += "/" }
      found += text
    }
    #expect(found == example.words)
  }
}
