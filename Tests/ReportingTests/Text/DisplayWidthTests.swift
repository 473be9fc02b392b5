import TestSupport
import Testing

@testable import Reporting

@Suite("Display width")
struct DisplayWidthTests {
  struct Case: CustomTestStringConvertible {
    var text: String
    var width: Int
    var testDescription: String { "\(text.debugDescription) takes \(width)" }
  }

  static let cases = [
    Case(text: "", width: 0),
    Case(text: "SLO 99.9%", width: 9),
    Case(text: "可観測性", width: 8),
    Case(text: "ＳＲＥ", width: 6),
    Case(text: "ｶﾞｲﾄﾞ", width: 5),
    Case(text: "か\u{3099}", width: 2),
    Case(text: "e\u{301}", width: 1),
    Case(text: "ÀÉ", width: 2),
    Case(text: "👩‍👩‍👧‍👦", width: 2),
    Case(text: "👍🏽", width: 2),
    Case(text: "🇯🇵", width: 2),
    Case(text: "❤\u{FE0F}", width: 2),
    Case(text: "❤", width: 1),
    Case(text: "…─│×", width: 4),
    Case(text: "한", width: 2),
    Case(text: "\u{1112}\u{1161}\u{11AB}", width: 2),
    Case(text: "a\u{200B}b\u{FEFF}", width: 2),
    Case(text: "\u{1B}\u{7}\u{7F}", width: 0),
    Case(text: "𠮷野家", width: 6),
  ]

  @Test("counts columns of a terminal, not characters", arguments: cases)
  func columns(of example: Case) {
    #expect(DisplayWidth.of(example.text) == example.width)
  }

  @Test("leaves alone what fits, and ends what does not with …")
  func truncation() {
    #expect(DisplayWidth.truncated("監視の基本", to: 10) == "監視の基本")
    #expect(DisplayWidth.truncated("監視の基本", to: 9) == "監視の基…")
    // Half of 基 would not fit, so a column stays free.
    #expect(DisplayWidth.truncated("監視の基本", to: 8) == "監視の…")
    #expect(DisplayWidth.truncated("監視の基本", to: 2) == "…")
    #expect(DisplayWidth.truncated("監視の基本", to: 1) == "…")
    #expect(DisplayWidth.truncated("監視の基本", to: 0) == "")
    #expect(DisplayWidth.truncated("監視", to: -1) == "")
    #expect(DisplayWidth.truncated("", to: 0) == "")
  }

  @Test("never takes more columns than allowed, and never cuts a character apart")
  func truncationBound() {
    let text = "長いﾀﾞ👩‍👩‍👧‍👦🇯🇵e\u{301}か\u{3099}x❤\u{FE0F}最後の題名"
    let whole = Array(text)
    for columns in 0...40 {
      let cut = DisplayWidth.truncated(text, to: columns)
      #expect(TerminalWidth.of(cut) <= columns)
      guard cut != text, !cut.isEmpty else { continue }
      #expect(Array(cut.dropLast()) == Array(whole.prefix(cut.count - 1)))
    }
    #expect(TerminalWidth.of(text) == DisplayWidth.of(text))
  }

  @Test("pads to columns on either side, and never cuts")
  func padding() {
    #expect(DisplayWidth.padded("監視", to: 6) == "監視  ")
    #expect(DisplayWidth.padded("監視", to: 6, alignment: .right) == "  監視")
    #expect(DisplayWidth.padded("監視", to: 3) == "監視")
  }
}
