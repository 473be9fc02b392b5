import Testing

@testable import Ingestion

@Suite("Words that begin a sentence")
struct SentenceOpenersTests {
  @Test(
    "keep a line from being joined to the one above",
    arguments: ["いまは測っている", "でも札の話は", "なのに、客は", "ついでに見る", "はじめは弁当", "まだ早い"])
  func openers(_ line: String) {
    #expect(SentenceOpeners.begin(line.unicodeScalars.map(\.value)))
    let text = "難しい仕組みより、やってみた回数の多さが勝った\n" + line
    #expect(DamagedDecks.repaired(DamagedDecks.deck([text])).slides[0].text == text)
  }

  @Test(
    "are no endings that look alike", arguments: ["います", "いました", "もしれない", "ないです", "に採取", ""])
  func endings(_ line: String) {
    #expect(!SentenceOpeners.begin(line.unicodeScalars.map(\.value)))
  }

  @Test("leave a word joined that a line's end cut")
  func cut() {
    let text = "とスタジオ側の責任に自動で仕分\nけする(イメージ取得・起動・割当)"
    #expect(
      DamagedDecks.repaired(DamagedDecks.deck([text])).slides[0].text
        == "とスタジオ側の責任に自動で仕分けする(イメージ取得・起動・割当)")
  }
}
