import Talks
import Testing

@testable import Ingestion

/// One text before and after, with what must be counted.
struct RepairCase: Sendable, CustomTestStringConvertible {
  var name: String
  var before: String
  var after: String
  var counts: [ReadingNotes.Kind: Int]
  var testDescription: String { name }

  init(_ name: String, _ before: String, _ after: String, _ counts: [ReadingNotes.Kind: Int]) {
    self.name = name
    self.before = before
    self.after = after
    self.counts = counts
  }
}

@Suite("Text repair, row by row") struct RepairRowsTests {
  static let cases: [RepairCase] = [
    RepairCase("mojibake", "৴པੑ", "信頼性", [.decodedCharacters: 3]),
    RepairCase("a noun and kana", "։ൃऀͱͱ΋ʹ৴པੑ", "開発者とともに信頼性", [.decodedCharacters: 10]),
    RepairCase("latin intact beside it", "SRE ͱ৴པੑ", "SRE と信頼性", [.decodedCharacters: 4]),
    RepairCase(
      "real kana, spaced, among it", "։ൃऀ で ৴པੑ", "開発者で信頼性",
      [.decodedCharacters: 6, .joinedSpaces: 2]),
    RepairCase(
      "kana that normalization changed", "\u{0360}\u{00B7}\u{0368}\u{0360}\u{0371}৴པੑ",
      "しましたと信頼性", [.decodedCharacters: 8]),
    RepairCase("Kangxi radicals", "⾃⼰紹介", "自己紹介", [.radicals: 2]),
    RepairCase("CJK Radicals Supplement", "⻑い話", "長い話", [.radicals: 1]),
    RepairCase("a vertical form", "なぜか︖", "なぜか？", [.punctuation: 1]),
    RepairCase("a hyphenation point", "策定‧運用", "策定・運用", [.punctuation: 1]),
    RepairCase("a lone ideograph", "目 指している", "目指している", [.joinedSpaces: 1]),
    RepairCase("a wrapped loanword", "クラウ ドの話", "クラウドの話", [.joinedSpaces: 1]),
    RepairCase("a small kana begins no word", "セキュリ\nティ対策", "セキュリティ対策", [.joinedLines: 1]),
    RepairCase("a spaced title", "目 次", "目次", [.joinedSpaces: 1]),
    RepairCase(
      "a wrap within a verb", "障害対応の手順を一つずつ決めていきま す", "障害対応の手順を一つずつ決めていきます",
      [.joinedSpaces: 1]),
    RepairCase("letters for bullets", "î 課題\n  Ø 対策", "課題\n  対策", [.bulletLetters: 2]),
    RepairCase("a bullet for private use", "\u{F06C} 課題", "課題", [.privateUseCharacters: 1]),
    RepairCase("private use", "前\u{E000}後\u{10FFFD}", "前後", [.privateUseCharacters: 2]),
    RepairCase("U+FFFD", "信\u{FFFD}頼", "信頼", [.replacementCharacters: 1]),
    RepairCase("controls", "信\u{1}頼\u{7F}性\u{9F}", "信頼性", [.controlCharacters: 3]),
    RepairCase("line ends", "一\r\n二\r三\u{B}四\u{85}五", "一\n二\n三\n四\n五", [:]),
    RepairCase(
      "direction", "\u{202E}信\u{2066}頼\u{2069}性\u{202C}", "信頼性", [.controlCharacters: 4]),
    RepairCase("zero width", "\u{FEFF}信\u{200B}頼 a\u{200D}b", "信頼 ab", [.controlCharacters: 3]),
    RepairCase(
      "a masked address", "連絡先 [email protected]\n[email\u{A0}protected] まで", "連絡先\nまで",
      [.maskedMail: 2]),
    RepairCase(
      "a mirror", "https://proxy.example:443/https/sre.example/a?b と",
      "https://sre.example/a?b と", [.rewrittenLinks: 1]),
  ]

  @Test("a damaged text is mended and counted", arguments: cases)
  func row(_ row: RepairCase) {
    let repaired = DamagedDecks.repaired(DamagedDecks.deck([row.before]))
    #expect(repaired.slides.map(\.text) == [row.after])
    for (kind, count) in row.counts { #expect(repaired.notes[kind] == count, "\(kind)") }
    let again = DamagedDecks.repaired(repaired)
    #expect(again == repaired)
  }

  @Test("latin shifted by 31 is read, digits lost are counted")
  func shifted() {
    let deck = DamagedDecks.deck([
      "43&ͷ৴པੑ", "w ৴པੑͷ໨ඪ\nw (PPHMFͷࣄྫ", "IUUQTTSFFYBNQMFDPN", "೥݄೔\nೋਓͷ։ൃऀ", "42",
    ])
    let repaired = DamagedDecks.repaired(deck)
    #expect(
      repaired.slides.map(\.text) == [
        "SREの信頼性", "• 信頼性の目標\n• Googleの事例", "httpssreexamplecom", "年月日\n二人の開発者", "42",
      ])
    #expect(repaired.notes[.lostDigits] == 3)
  }

  @Test("digits that are still there as controls are read")
  func controls() {
    let deck = DamagedDecks.deck(["43&ͷ৴པੑ \u{13}\u{11}\u{13}\u{15}೥", "43&ͷ։ൃऀ"])
    let repaired = DamagedDecks.repaired(deck)
    #expect(repaired.slides.map(\.text) == ["SREの信頼性 2024年", "SREの開発者"])
    #expect(repaired.notes[.lostDigits] == 0)
    #expect(repaired.notes[.controlCharacters] == 0)
  }

  @Test("a font that no table knows is dropped, in a deck known to be broken only")
  func brokenFont() {
    let broken = DamagedDecks.repaired(DamagedDecks.deck(["৴པੑͷ։ൃऀ", "BDfB]^d7C", "SRE"]))
    #expect(broken.slides.map(\.text) == ["信頼性の開発者", "", "SRE"])
    #expect(broken.notes[.undecodableCharacters] == 9)
    let sound = DamagedDecks.deck(["信頼性の開発者", "BDfB]^d7C"])
    #expect(DamagedDecks.repaired(sound) == sound)
  }

  @Test("the title is mended too, and notes, each for itself")
  func titleAndNotes() {
    var deck = DamagedDecks.deck(["৴པੑ"], title: "։ൃऀͱ৴པੑ")
    deck.slides[0].speakerNotes = "⾃⼰"
    let repaired = DamagedDecks.repaired(deck)
    #expect(repaired.title == "開発者と信頼性")
    #expect(repaired.slides[0].speakerNotes == "自己")
  }

  @Test("a footer on most slides is kept once, whatever its number")
  func footers() {
    let deck = DamagedDecks.deck(
      ["監視", "障害", "手順", "当番", "目標"].enumerated().map {
        "\($1)\n© 2026 例社 | \($0 + 1)\n\($0 + 3)"
      } + ["別の頁"])
    let repaired = DamagedDecks.repaired(deck)
    #expect(
      repaired.slides.map(\.text) == [
        "監視\n© 2026 例社 | 1\n3", "障害", "手順", "当番", "目標", "別の頁",
      ])
    #expect(repaired.notes[.repeatedLines] == 8)
  }

  @Test("lines that repeat stay when half of the slides would not keep any text")
  func leftAlone() {
    // Of five slides with text, three keep some in the first deck, two in the second.
    let footer = "© 2026 例社"
    let kept = DamagedDecks.deck(["監視\n\(footer)", "障害\n\(footer)", footer, footer, "", "別"])
    #expect(
      DamagedDecks.repaired(kept).slides.map(\.text) == ["監視\n\(footer)", "障害", "", "", "", "別"])
    for texts in [["本文1", "本文2", "本文3", "本文4"], [footer, footer, footer, footer, "別"]] {
      let deck = DamagedDecks.deck(texts)
      #expect(DamagedDecks.repaired(deck) == deck)
    }
  }

  @Test("figures are no page numbers, three slides are too few, half is not most")
  func noFooters() {
    for slides in [
      ["売上\n40", "費用\n7", "利益\n33", "人\n12", "台\n5"],
      ["同じ\n一", "同じ\n二", "同じ\n三"],
      ["同じ\n一", "同じ\n二", "三", "四"],
    ] {
      let deck = DamagedDecks.deck(slides)
      #expect(DamagedDecks.repaired(deck) == deck)
    }
  }
}
