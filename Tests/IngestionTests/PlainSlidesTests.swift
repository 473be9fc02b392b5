import Testing

@testable import Ingestion

/// Lines of a transcript and the slides they are.
private struct PlainCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var lines: [Substring]
  var slides: [String]
}

private let ten: Substring = "一 二 三 四 五 六 七 八 九 十"

private let cases: [PlainCase] = [
  PlainCase(
    testDescription: "nine words end", lines: ["1 2 3 4 5 6 7 8 9", "x"],
    slides: ["1 2 3 4 5 6 7 8 9", "x"]),
  PlainCase(
    testDescription: "ten words go on", lines: [ten, "x", "y"], slides: ["\(ten) x", "y"]),
  PlainCase(
    testDescription: "eleven words end", lines: ["\(ten) 十一", "x"], slides: ["\(ten) 十一", "x"]),
  PlainCase(
    testDescription: "the rest may have ten words too", lines: [ten, ten, "x"],
    slides: ["\(ten) \(ten)", "x"]),
  PlainCase(
    testDescription: "tabs part words, ideographic spaces do not",
    lines: ["1\t2 3 4 5 6 7 8 9 10", "x", "1\u{3000}2 3 4 5 6 7 8 9 10", "y"],
    slides: ["1\t2 3 4 5 6 7 8 9 10 x", "1\u{3000}2 3 4 5 6 7 8 9 10", "y"]),
  PlainCase(
    testDescription: "the last slide may be cut", lines: ["x", ten], slides: ["x", "\(ten)"]),
  PlainCase(
    testDescription: "blank lines are none", lines: ["", "x", " ", "y"], slides: ["x", "y"]),
  PlainCase(testDescription: "no lines", lines: [], slides: []),
]

@Suite("Slides without numbers")
struct PlainSlidesTests {
  @Test("are lines, joined where the site cut them", arguments: cases)
  private func slides(_ plain: PlainCase) {
    #expect(PlainSlides.read(plain.lines[...]) == plain.slides)
  }
}
