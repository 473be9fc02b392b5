@testable import Classification
import Features
import Foundation
import Talks
import TestSupport
import Testing

@testable import Reporting

@Suite("Evidence")
struct EvidenceTextTests {
  private static func item(_ term: String, _ contribution: Double, slide: Int?) -> Evidence.Item {
    Evidence.Item(
      term: Term(text: term, kind: .word), value: 0.5, contribution: contribution, count: 2,
      place: .init(slide: slide, excerpt: "…\u{1B}[31m監視の\t\(term)", byteRange: 3..<9))
  }

  private static let evidence = Evidence(
    prediction: HandMade.prediction(title: "題\u{7}名", warnings: [.titleOnly]),
    axes: [
      .init(
        axis: "depth", positivePole: "advanced", negativePole: "basic", score: -1.5,
        intercept: 0.25,
        items: [
          item("基本", -1.5, slide: 2), item("解析", 0.5, slide: nil), item("書", -0.75, slide: 3),
        ])
    ])

  @Test("shows pushes with their direction, and sums up the others")
  func literal() {
    let text = EvidenceText(scheme: .standard).rendered(Self.evidence, top: 2)
    #expect(
      text == """
        a  題 名
        warnings: title-only

        技術の高度さ: 基本的な技術 0.75  (score -1.500 = intercept +0.250 + 3 terms)
          push  toward        term      slide  in the text
        -1.500  基本的な技術  基本          2  … [31m監視の 基本
        +0.500  高度な技術    解析      title  … [31m監視の 解析
        -0.750                1 others

        """)
  }

  @Test("says which pole's output a score is, on an axis of many")
  func manyPoles() {
    let evidence = Evidence(
      prediction: HandMade.prediction(scheme: HandMade.fivePoles, cell: [4]),
      axes: ["p1", "p5"].map { pole in
        .init(
          axis: "kind", positivePole: pole, negativePole: nil, score: 1, intercept: 0.5,
          items: [Self.item("監視", -0.5, slide: 1)])
      })
    let text = EvidenceText(scheme: HandMade.fivePoles).rendered(evidence, top: 9)
    #expect(text.contains("軸kind: 極5 0.75  (極1: score +1.000 = intercept +0.500 + 1 terms)"))
    #expect(text.contains("軸kind: 極5 0.75  (極5: score +1.000 = intercept +0.500 + 1 terms)"))
    #expect(text.contains("-0.500  not 極1  監視"))
    #expect(!text.contains("others"))
  }

  @Test("shows no term when none is asked for, only their sum")
  func topZero() {
    let text = EvidenceText(scheme: .standard).rendered(Self.evidence, top: 0)
    #expect(text.contains("\n-1.750          3 others\n"))
  }

  @Test("as JSON has all terms and reads back")
  func json() throws {
    let text = EvidenceJSON.value(Self.evidence).text
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let axes = try #require(object["axes"] as? [[String: Any]])
    let terms = try #require(axes[0]["terms"] as? [[String: Any]])
    #expect(object["title"] as? String == "題\u{7}名")
    #expect(terms.map { $0["term"] as? String } == ["基本", "解析", "書"])
    #expect(terms.map { $0["contribution"] as? Double } == [-1.5, 0.5, -0.75])
    #expect(terms[1]["slide"] is NSNull)
    #expect(terms[0]["start"] as? Int == 3)
    #expect(terms[0]["end"] as? Int == 9)
  }
}
