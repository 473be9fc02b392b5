import Classification
import TestSupport
import Testing

@Suite("Marked excerpts")
struct MarkedExcerptTests {
  @Test("hold the line around a term")
  func line() {
    let text = "前の行\n可観測性とSLOの話\n次の行"
    let start = "前の行\n可観測性と".utf8.count
    let excerpt = MarkedExcerpt(start..<start + 3, in: text, reach: 28)
    #expect(excerpt.before == "可観測性と")
    #expect(excerpt.marked == "SLO")
    #expect(excerpt.after == "の話")
  }

  @Test("are cut where the line is long")
  func long() {
    let text = String(repeating: "前", count: 40) + "SLO" + String(repeating: "後", count: 40)
    let excerpt = MarkedExcerpt(120..<123, in: text, reach: 28)
    #expect(excerpt.before == "…" + String(repeating: "前", count: 28))
    #expect(excerpt.marked == "SLO")
    #expect(excerpt.after == String(repeating: "後", count: 28) + "…")
  }

  @Test("of any range of any text are made of that text", arguments: FixtureTexts.hostile)
  func hostile(text: String) {
    for range in [0..<0, 0..<1, 0..<text.utf8.count, 5..<9_999_999, 9_999_999..<10_000_000] {
      let excerpt = MarkedExcerpt(range, in: text, reach: 28)
      #expect(excerpt.before.count <= 29 && excerpt.after.count <= 29)
    }
  }
}
