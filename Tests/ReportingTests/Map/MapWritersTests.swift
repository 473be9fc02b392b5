import Foundation
import FoundationXML
import Ingestion
import Talks
import Testing

@testable import Classification
@testable import Reporting

@Suite("A map as text, Mermaid and a page")
struct MapWritersTests {
  static let talks: [HandMadeMap.Place] = [
    .init(second: [0.1, 0.9], title: "障害訓練"), .init(second: [0.2, 0.8], title: "当番の手順"),
    .init(second: [0.9, 0.1], title: "カーネルの深部", warnings: [.titleOnly]),
    .init(second: [0.55, 0.1], title: "夜間バッチ"),
    .init(second: [0.9, 0.3], title: "監視の基本", labels: ["depth": "basic"]),
  ]

  @Test("have a paragraph made of the figures, in both languages")
  func paragraph() throws {
    let map = try HandMadeMap.standard(
      Self.talks, programme: Programme(titles: ["一", "二", "三", "四"]))
    let text = ImpressionText(map)
    #expect(
      text.paragraph(.japanese)
        == "5 件の発表を「技術の高度さ」と「組織の範囲」で分けた。うち 1 件は人のラベルに従い、ほかはモデルの判定による。"
        + "最も多いのは「基本的な技術 × 横断的」2 件(40 %)で、「基本的な技術 × 独立」1 件(20 %)、"
        + "「高度な技術 × 独立」1 件(20 %)が続く。「高度な技術 × 横断的」は 1 件もない。"
        + "1 件は確率が 0.60 に届かず、どちらとも決めていない。どの区画にも、はっきりと偏った言葉はない。"
        + "境目に最も近いのは「監視の基本」。プログラムの 4 件のうち、スライドがあるのは 0 件(0 %)。")
    #expect(
      text.paragraph(.english)
        == "5 talks by “技術の高度さ” and “組織の範囲”. 1 stands where a person put it, the rest where "
        + "the model does. Most are in “基本的な技術 × 横断的” with 2 (40 %), followed by "
        + "“基本的な技術 × 独立” with 1 (20 %), “高度な技術 × 独立” with 1 (20 %). None is in "
        + "“高度な技術 × 横断的”. 1 talk stayed undecided, below a probability of 0.60. No word clearly "
        + "sets a part apart. Nearest to a border is “監視の基本”. Of the programme's 4 talks, 0 have "
        + "slides (0 %).")
    let empty = try ImpressionText(HandMadeMap.standard([]))
    #expect(empty.paragraph(.english) == "None of 0 talks has a settled place.")
  }

  @Test("are a quadrant chart in Mermaid, or a pie")
  func mermaid() throws {
    let map = try HandMadeMap.standard([
      .init(second: [0.9, 0.25], title: "題\"名\"; `x` <b> #1\n[0, 1]: %%")
    ])
    #expect(
      MapMermaid(map).text == """
        quadrantChart
          title 発表の地図
          x-axis "基本的な技術" --> "高度な技術"
          y-axis "独立" --> "横断的"
          quadrant-1 "高度な技術 × 横断的: 0"
          quadrant-2 "基本的な技術 × 横断的: 0"
          quadrant-3 "基本的な技術 × 独立: 0"
          quadrant-4 "高度な技術 × 独立: 1"
          "題”名”； ’x’ ‹b› ♯1 [0, 1]: ％％": [0.734, 0.347]

        """)
    let topics = try HandMadeMap.map(
      HandMade.fivePoles, [[[0.9, 0.1, 0, 0, 0]], [[0, 0.5, 0.5, 0, 0]]])
    #expect(
      MapMermaid(topics).text
        == "pie showData\n  title 発表の地図\n  \"極1\" : 1\n  \"未定\" : 1\n")
  }

  @Test("let a browser run our scripts alone")
  func policy() throws {
    let page = try MapPage(HandMadeMap.standard(Self.talks)).text
    let scripts = page.matches(of: /(?s)<script>(.*?)<\/script>/).map { Array(String($0.1).utf8) }
    #expect(scripts.count == 7)
    for script in scripts {
      let hash = Data(SHA256.digest(of: script)).base64EncodedString()
      #expect(page.contains("'sha256-\(hash)'"))
    }
    #expect(!page.contains("unsafe-inline"))
    #expect(page.matches(of: /style="|onclick=|src=/).isEmpty)
  }

  @Test("keep hostile talks within their data and their text")
  func hostile() throws {
    let title = "</script><script>alert(1)</script><!-- ]]>"
    let map = try HandMadeMap.standard([.init(second: [0.9, 0.9], title: title)], name: title)
    let page = MapPage(map).text
    let data = try #require(page.firstMatch(of: /(?s)id="data">(.*?)<\/script>/))
    #expect(!data.1.contains("<"))
    let object =
      try JSONSerialization.jsonObject(with: Data(String(data.1).utf8)) as? [String: Any]
    let talk = (object?["talks"] as? [[String: Any]])?.first
    #expect(talk?["title"] as? String == title)
    #expect(!page.contains("<script>alert"))
    let drawing = MapPicture(map).file()
    let parser = XMLParser(data: Data(drawing.utf8))
    #expect(parser.parse())
    #expect(!drawing.contains("<script"))
  }

  @Test(
    "let no sign hide in one that Swift takes for a single character",
    arguments: ["\u{600}", "", "\u{1F468}\u{200D}"], ["\u{350}", "\u{338}", ""])
  func hiddenSigns(before: String, after: String) throws {
    let title =
      ["<", "\"", "&", "`"].map { before + $0 + after }.joined()
      + before + "</script>" + before + "<script>alert(1)</script>"
    let map = try HandMadeMap.standard([.init(second: [0.9, 0.9], title: title)], name: title)
    let page = MapPage(map).text
    let bytes = Array(page.utf8)
    let ends = bytes.indices.count { bytes[$0...].starts(with: Array("</script".utf8)) }
    #expect(ends == 8)
    #expect(!bytes.indices.contains { bytes[$0...].starts(with: Array("<script>alert".utf8)) })
    let mermaid = MapMermaid(map).text.unicodeScalars
    #expect(!mermaid.contains("<") && !mermaid.contains("`") && !mermaid.contains("&"))
    #expect(mermaid.count { $0 == "\"" } == 2 * (4 + 4 + 1))
    #expect(XMLParser(data: Data(MapPicture(map).file().utf8)).parse())
  }

  @Test("write base64 as RFC 4648 does")
  func base64() {
    for (text, code) in [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ] {
      #expect(ContentSecurityPolicy.base64(Array(text.utf8)) == code)
    }
  }
}
