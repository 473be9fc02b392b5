import Talks
import Testing

@testable import Ingestion

@Suite("Numbered slides")
struct NumberedSlidesTests {
  private func read(_ text: String) -> [Slide]? {
    NumberedSlides.read(text.split(separator: "\n", omittingEmptySubsequences: false)[...])
  }

  @Test("mends the site's cut after ten words")
  func cut() {
    let text = """
        1. 一 二 三 四 五 六 七 八 九 十

          十一 十二

        2. 一 二 三 四 五 六 七 八 九

          続き
      """
    #expect(
      read(text) == [
        Slide(number: 1, text: "一 二 三 四 五 六 七 八 九 十 十一 十二"),
        Slide(number: 2, text: "一 二 三 四 五 六 七 八 九\n\n続き"),
      ])
  }

  @Test("keeps a numbered list inside a slide")
  func list() {
    let text = """
        1. 手順

          2. 止める
          3. 直す

        2. まとめ
      """
    #expect(
      read(text) == [
        Slide(number: 1, text: "手順\n\n2. 止める\n3. 直す"), Slide(number: 2, text: "まとめ"),
      ])
  }

  @Test(
    "ends slides at `View Slide` only, where there is one",
    arguments: ["View Slide", "View full-size slide"])
  func closed(_ closer: String) {
    let text = """
       1. 手順
       2. 止める
        \(closer)

       2. まとめ

        \(closer)
      """
    #expect(
      read(text) == [
        Slide(number: 1, text: "手順\n2. 止める"), Slide(number: 2, text: "まとめ"),
      ])
  }

  @Test("reads on after a slide that has nothing but `View Slide`")
  func closedAtOnce() {
    #expect(
      read(" 1. 表紙\n\n  View Slide\n\n 2. View Slide\n\n 3. 本文\n\n  View Slide") == [
        Slide(number: 1, text: "表紙"), Slide(number: 2, text: ""), Slide(number: 3, text: "本文"),
      ])
  }

  @Test("reads on after a number that is missing from closed slides")
  func missingNumber() {
    #expect(
      read(" 1. 表紙\n\n  View Slide\n\n 4. 本文\n\n  View Slide")
        == [Slide(number: 1, text: "表紙"), Slide(number: 4, text: "本文")])
  }

  @Test("takes `None` for no text")
  func none() {
    #expect(
      read(" 1. None\n\n  View Slide\n\n 2. None of it\n\n  View Slide")
        == [Slide(number: 1, text: ""), Slide(number: 2, text: "None of it")])
  }

  @Test("takes numbers of two digits at the indentation of the first")
  func twoDigits() throws {
    let lines = (1...12).map { "  \($0). 本文\($0)\n" }
    let slides = try #require(read(lines.joined(separator: "\n")))
    #expect(slides.map(\.number) == Array(1...12))
    #expect(slides.map(\.text) == (1...12).map { "本文\($0)" })
  }

  @Test(
    "are not read from other lines",
    arguments: [
      "", "表紙\n  1. 一", "  2. 二", "1. はじめに\n2. おわりに", "  1.5 倍", "  1) 一",
      "  99999999999999999999. 大",
    ])
  func others(_ text: String) {
    #expect(read(text) == nil)
  }
}
