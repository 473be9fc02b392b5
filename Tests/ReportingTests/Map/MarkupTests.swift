import TestSupport
import Testing

@testable import Reporting

@Suite("Markup")
struct MarkupTests {
  @Test("escapes what would be markup, in text and in attributes")
  func escapes() {
    let hostile = "</title><script>\"x\" & 'y'"
    #expect(
      Markup.element("a", [("title", hostile), ("hidden", nil)], text: hostile).text
        == "<a title=\"&lt;/title&gt;&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;\">"
        + "&lt;/title&gt;&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;</a>")
  }

  @Test(
    "leaves nothing that XML or a reader's direction cannot bear", arguments: FixtureTexts.hostile)
  func hostile(text: String) {
    for scalar in Markup.escaped(text + "\u{202E}\u{2066}\u{FFFE}\u{1FFFF}\u{8}").unicodeScalars {
      #expect(!scalar.properties.isBidiControl)
      #expect(scalar == "\n" || scalar.value >= 0x20)
      #expect(!"<>\"'".unicodeScalars.contains(scalar))
      #expect(scalar.value & 0xFFFE != 0xFFFE)
    }
  }
}
