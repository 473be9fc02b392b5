import Testing

@testable import Tokenization

@Suite("Tokenization rules")
struct TokenizerRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var words: [String]

    init(_ name: String, _ text: String, _ words: String...) {
      self.name = name
      self.text = text
      self.words = words
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("joins the pieces of a loanword", "オブザーバビリティの話", "オブザーバビリティ", "話"),
    Case("joins up to the kanji beside it", "サービスレベル目標", "サービスレベル", "目標"),
    Case("joins what begins with ー", "ージョンアップ", "ージョンアップ"),
    Case("joins after half-width kana were composed", "ﾎﾞﾄﾙﾈｯｸ", "ボトルネック"),
    Case("joins not across a middle dot", "カーネル・メモリ", "カーネル", "メモリ"),
    Case("joins not across a space or a line", "エラー バジェット\nエラー", "エラー", "バジェット", "エラー"),
    Case("folds case and width", "ＳＲＥ Sre", "sre", "sre"),
    Case("unfolds a squared word", "㍿の障害", "株式会社", "障害"),
    Case("mends radicals", "⻑期障害", "長期", "障害"),
    Case("keeps one ideograph", "可 性 年", "可", "性", "年"),
    Case("keeps an ideograph beyond the basic plane", "𠮷野家", "𠮷", "野家"),
    Case("drops one kana and one letter", "あ カ a Ｃ ¥ é α"),
    Case(
      "drops punctuation, symbols and emoji", "監視、（復旧）→★©🎉👨‍👩‍👧🇯🇵1⃣「障害」", "監視", "復旧", "障害"),
    Case("drops numbers", "3.5 1,900 ２０２４ ① 99.9% ٣٤"),
    Case("drops ー alone", "ーー ー"),
    Case("drops a number before its unit", "月1,100件 1.5倍", "月", "件", "倍"),
    Case(
      "keeps words with digits", "p99 p99.9 EC2 k8s v1.2 12ms x86_64", "p99", "p99.9", "ec2", "k8s",
      "v1.2", "12ms", "x86_64"),
    Case("drops underscores alone", "__ ___"),
    Case("keeps a dot within a word", "Node.js", "node.js"),
    Case("drops Japanese stop words", "これはSREのためのものです", "sre"),
    Case("drops English stop words", "The art of SRE, don't panic", "art", "sre", "panic"),
    Case("drops slide furniture", "© 2026 Example Inc. All Rights Reserved", "example"),
    Case(
      "drops a URL up to white space or Japanese",
      "詳細https://example.com/a?b=障害 HTTP://a.b/監視の話、https://x.y/z#q\n復旧", "詳細", "障害", "監視",
      "話", "復旧"),
    Case("keeps what is no URL", "http 監視 https:監視", "監視", "監視"),
    Case("drops an e-mail address", "連絡 taro.yamada@example.com まで", "連絡"),
    Case("drops a full-width e-mail address", "ｓｒｅ＠ｅｘａｍｐｌｅ．ｃｏｍ 連絡", "連絡"),
    Case("drops a handle", "乾 @inuk_tail (@sre_jp) 担当", "乾", "担当"),
    Case("keeps Japanese after @", "@東京 監視", "東京", "監視"),
  ]

  @Test("hold", arguments: cases)
  func rule(of example: Case) throws {
    let words = try Tokenizer().words(in: example.text).map(\.text)
    #expect(words == example.words)
  }

  @Test("leave katakana as ICU cuts it where joining is off")
  func joiningOff() throws {
    let settings = TokenizationSettings(joinsKatakana: false)
    let words = try Tokenizer(settings: settings).words(in: "ブログとエラーバジェット").map(\.text)
    #expect(words == ["ブログ", "エラー", "ジェット"])
  }

  @Test("keep stop words where dropping is off, but no single kana")
  func stopWordsOff() throws {
    let settings = TokenizationSettings(dropsStopWords: false)
    let words = try Tokenizer(settings: settings).words(in: "これは the SRE です").map(\.text)
    #expect(words == ["これ", "the", "sre", "です"])
  }

  @Test("drop addresses with a hyphen whole")
  func hyphenatedAddresses() throws {
    let text = "@taro-yamada first-last@example.com sre@my-company.example"
    let words = try Tokenizer().words(in: text).map(\.text)
    #expect(words.isEmpty)
  }

  @Test("keep a word before an @ that begins no handle, without the @")
  func danglingAt() throws {
    let words = try Tokenizer().words(in: "SRE NEXT@名古屋 sre@東京").map(\.text)
    #expect(words == ["sre", "next", "名古屋", "sre", "東京"])
  }

  @Test("give each word the bytes it came from")
  func byteRanges() throws {
    let text = "ＳＲＥの㍿メルカリ🎉⻑期"
    let tokens = try Tokenizer().words(in: text)
    #expect(tokens.map(\.text) == ["sre", "株式会社", "メルカリ", "長期"])
    #expect(tokens.map(\.token.byteRange) == [0..<9, 12..<15, 15..<27, 31..<37])
    #expect(tokens.allSatisfy { $0.token.kind == .word })
    #expect(tokens.map(\.token.hash) == ["sre", "株式会社", "メルカリ", "長期"].map { TermHash.word($0) })
  }
}
