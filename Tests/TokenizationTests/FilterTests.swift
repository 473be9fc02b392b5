import Evaluation
import Shogen
import Testing
import Training

@testable import Tokenization

@Suite("What is asked before names and lexicon terms are looked for")
struct FilterTests {
  @Test("no name is where the text has no mark of one")
  func webNames() {
    var generator = SeededGenerator(seed: 6)
    let units = Array("@@::////http0a. 日".utf16)
    var counts = (names: 0, marked: 0, texts: 0)
    for _ in 0..<4000 {
      let length = Int(generator.next() % 24)
      let text = (0..<length).map { _ in units[Int(generator.next() % UInt64(units.count))] }
      let hasName = text.indices.contains {
        WebNames.end(in: text.span, from: $0, isBehindAt: false) != nil
      }
      let isMarked = WebNames.mayBe(in: text.span)
      #expect(isMarked || !hasName)
      let expected = text.indices.contains {
        text[$0] == 0x40 || (text[$0] == 0x3A && text[($0 + 1)...].first == 0x2F)
      }
      #expect(isMarked == expected)
      counts.names += hasName ? 1 : 0
      counts.marked += isMarked ? 1 : 0
      counts.texts += 1
    }
    #expect(counts.names > 100 && counts.marked < counts.texts)
  }

  @Test("a term of any length may begin wherever it stands, also at the end")
  func lexiconTerms() throws {
    let terms = ["核", "設計", "可用性", "a", "go", "slo", "four keys"]
    let matcher = try LexiconMatcher(
      Lexicon(entries: terms.map { LexiconEntry(term: $0) }), normalize: { Array($0.utf16) })
    for (entry, term) in terms.enumerated() {
      for (before, after) in [("", ""), ("の", ""), ("", "は"), ("計", "性性")] {
        let text = Array((before + term + after).utf16)
        let start = before.utf16.count
        let mayBegin = matcher.mayBegin(in: text.span, at: start)
        #expect(mayBegin)
        let match = matcher.longestMatch(in: text.span, from: start) { _ in true }
        #expect(match?.entry == Int32(entry))
        #expect(match?.end == start + term.utf16.count)
      }
    }
    let alike = Array("設備可用者".utf16)
    let places = alike.indices.filter { matcher.mayBegin(in: alike.span, at: $0) }
    #expect(places == [])
  }
}
