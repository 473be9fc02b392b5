import Talks
import TestSupport
import Testing

@testable import Reporting

@Suite("Prediction table")
struct PredictionTableTests {
  @Test("has title, pole and probability, and a mark for warnings")
  func literal() throws {
    let table = PredictionTable(classifier: try HandMade.classifier())
    let gap = String(repeating: " ", count: 44)
    #expect(table.header == "題名\(gap)技術の高度さ       組織の範囲\n")
    #expect(
      table.line(HandMade.prediction(cell: [1, 1]))
        == "題  \(gap)高度な技術   0.75  横断的 0.75\n")
    #expect(
      table.line(HandMade.prediction(warnings: [.noText]))
        == "題  \(gap)基本的な技術 0.75  独立   0.75 !\n")
  }

  @Test("shows the id of a talk without a title")
  func noTitle() throws {
    let table = PredictionTable(classifier: try HandMade.classifier())
    #expect(table.line(HandMade.prediction(id: "talks/7", title: "")).hasPrefix("talks/7 "))
  }

  @Test(
    "keeps to 80 columns for any scheme and title",
    arguments: [
      Scheme.standard, HandMade.fivePoles, HandMade.threeAxes,
      HandMade.scheme([("a", 3), ("b", 2), ("c", 2)], name: "とても長い名前の極と軸のとても長い名前"),
      HandMade.scheme([("a", 2), ("b", 2), ("c", 2), ("d", 2)], name: "長い名前"),
    ],
    [
      "", "題", String(repeating: "長い題名", count: 40), String(repeating: "ﾊﾝｶｸﾀﾞ", count: 40),
      String(repeating: "👩‍👩‍👧‍👦🇯🇵❤\u{FE0F}", count: 40),
      String(repeating: "e\u{301}か\u{3099}", count: 80),
      "\u{1B}[2J\u{202E}" + String(repeating: "x\t\n", count: 40),
    ])
  func width(scheme: Scheme, title: String) throws {
    let table = PredictionTable(classifier: try HandMade.classifier(scheme))
    let row = table.line(
      HandMade.prediction(title: title, scheme: scheme, warnings: [.fewKnownTerms]))
    for text in [table.header, row] {
      #expect(text.last == "\n")
      #expect(TerminalWidth.of(text.dropLast()) <= 80)
      #expect(
        !text.dropLast().unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test("aligns the columns after titles of any width")
  func alignment() throws {
    let table = PredictionTable(classifier: try HandMade.classifier())
    let titles = ["SLO", "監視", "ｶﾞｲﾄﾞ", "🇯🇵👍🏽", "か\u{3099}e\u{301}", String(repeating: "長", count: 99)]
    for title in titles {
      let line = table.line(HandMade.prediction(title: title))
      let place = try #require(line.range(of: "基本的な技術"))
      #expect(TerminalWidth.of(line[..<place.lowerBound]) == 48)
    }
  }
}
