import Testing

@testable import Ingestion

@Suite("Text folding")
struct TextFoldingTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    var one: String
    var other: String
    var testDescription: String { "\(one) and \(other)" }
  }

  @Test(
    "makes one of two spellings",
    arguments: [
      Pair(one: "ＳＲＥ　２０２４！", other: "sre 2024!"),
      Pair(one: "ｵﾌﾞｻﾞｰﾊﾞﾋﾞﾘﾃｨ", other: "オブザーバビリティ"),
      Pair(one: "ﾎﾟｽﾄﾓｰﾃﾑ", other: "ポストモーテム"),
      Pair(one: "ｳﾞｧﾙｷｰ", other: "ヴァルキー"),
      Pair(one: "か\u{3099}は\u{309A}う\u{3099}", other: "がぱゔ"),
      Pair(one: "⾃⼰紹介", other: "自己紹介"),
      Pair(one: "監\u{200B}視\u{FEFF} の\n手\u{AD}順\t", other: "監視の手順"),
      Pair(one: "ÉTÉ ΣΑΣ", other: "été σας".replacing("ς", with: "σ")),
    ])
  func equal(_ pair: Pair) {
    #expect(TextFolding.folded(pair.one) == TextFolding.folded(pair.other))
  }

  @Test(
    "keeps apart what differs in more",
    arguments: [
      Pair(one: "はは", other: "ばば"), Pair(one: "C++", other: "C#"),
      Pair(one: "カー", other: "カ"), Pair(one: "あ", other: "ア"), Pair(one: "🎉", other: "😀"),
    ])
  func different(_ pair: Pair) {
    #expect(TextFolding.folded(pair.one) != TextFolding.folded(pair.other))
  }

  @Test("takes letters, digits, kana and ideographs for parts of words")
  func letters() {
    let text = "aZ09がヴー々〇𠮷한é①・、。「—〜 •!+_🎉゠"
    let kept = TextFolding.folded(text).filter(TextFolding.isLetter)
    #expect(
      String(String.UnicodeScalarView(kept.compactMap(Unicode.Scalar.init))) == "az09がヴー々〇𠮷한é①")
  }

  @Test("stands marks of voice that fit nothing")
  func loneMarks() {
    #expect(TextFolding.folded("\u{3099}ﾟ") == [])
    #expect(TextFolding.folded("あ\u{309A}a\u{3099}") == TextFolding.folded("あa"))
  }
}
