import Classification
import Features
import Talks
import TestSupport
import Testing

@testable import Reporting

@Suite("Model text")
struct ModelTextTests {
  @Test("says what the model is")
  func literal() throws {
    let model = try HandMade.classifier().model
    let text = ModelText().rendered(model, hash: "0123456789abcdef", top: 3)
    #expect(
      text == """
        model 0123456789abcdef
        terms       1 (1 words, 0 pairs, 0 keywords, 0 fragments)
        lexicon     0 entries
        features    words and pairs, title × 3.0, 1 + ln(count), document frequency ≥ 2
        trained on  2 talks, SHA-256 abababababababab…
        solver      by hand; class weights none
        seed        7
        vectors     none
        Unicode     ICU 0, Unicode 0

        depth 技術の高度さ
          基本的な技術
            監視 +0.50
          高度な技術

        scope 組織の範囲
          独立
          横断的
            監視 +0.50

        """)
  }

  @Test("gives the terms of a pole by its own output on an axis of many")
  func manyPoles() throws {
    let model = try HandMade.classifier(HandMade.fivePoles).model
    let weights = (0..<5).map { pole in
      PoleTerms(model: model).strongest(axis: 0, pole: pole, top: 9).map(\.weight)
    }
    #expect(weights == [[], [0.5], [1.5], [2.5], [3.5]])
  }

  @Test("shows terms that push to a pole, strongest first, wrapped to 80 columns")
  func strongest() throws {
    let model = try TinyCorpus.makeTinyModel()
    let terms = PoleTerms(model: model)
    for axis in 0..<2 {
      for pole in 0..<2 {
        let weights = terms.strongest(axis: axis, pole: pole, top: 500).map(\.weight)
        #expect(weights.count > 10)
        #expect(weights.allSatisfy { $0 > 0 })
        #expect(weights == weights.sorted(by: >))
      }
      for line in terms.rendered(axis: axis, top: 500).split(separator: "\n") {
        #expect(TerminalWidth.of(line) <= 80)
      }
    }
  }
}
