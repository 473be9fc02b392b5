import Testing

@testable import Reporting

@Suite("Terminal text")
struct TerminalTextTests {
  @Test("turns control characters and line ends into spaces")
  func controls() {
    #expect(TerminalText.oneLine("a\u{1B}[2Jb\u{7}c\u{7F}") == "a [2Jb c ")
    #expect(TerminalText.oneLine("a\tb\nc\r\nd") == "a b c  d")
    #expect(TerminalText.oneLine("C1 \u{9B}31m\u{85}x") == "C1  31m x")
    #expect(TerminalText.oneLine("a\u{2028}b\u{2029}c") == "a b c")
    #expect(TerminalText.oneLine("\0") == " ")
  }

  @Test("drops marks that turn the writing direction")
  func direction() {
    #expect(TerminalText.oneLine("a\u{202E}b\u{2066}c\u{200F}d\u{61C}") == "abcd")
  }

  @Test("leaves every other character as it is")
  func rest() {
    let text = "監視 ｶﾞ 👩‍👩‍👧‍👦🇯🇵 e\u{301}か\u{3099} ❤\u{FE0F} a\u{200D}b \u{FFFD}"
    #expect(Array(TerminalText.oneLine(text).utf8) == Array(text.utf8))
  }

  @Test("leaves no control character of all there are")
  func exhaustive() {
    let all = String(
      String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init)))
    let cleaned = TerminalText.oneLine(all).unicodeScalars
    #expect(!cleaned.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) })
  }
}
