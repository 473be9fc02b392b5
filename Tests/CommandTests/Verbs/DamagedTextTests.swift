import Shogen
import TestSupport
import Testing

@Suite("Warning of damaged text")
struct DamagedTextTests {
  let model: String

  init() throws { model = try CommandFixture.shared().model }

  private func classified(_ text: String, format: String = "jsonl") throws -> CommandRun {
    try CommandRun(["classify", "-", "--model", model, "--format", format], input: text)
  }

  struct Text: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var isDamaged: Bool
  }

  private static let sound = "監視の基本と手順書をチームで学ぶ話を全社の横断組織で標準化した記録"

  @Test(
    "is given from a twentieth of characters lost, and not before",
    arguments: [
      Text(testDescription: "sound", text: sound, isDamaged: false),
      Text(
        testDescription: "one of fifty lost", text: sound + "、" + sound + "\u{FFFD}",
        isDamaged: false
      ),
      Text(
        testDescription: "replacement characters",
        text: sound + String(repeating: "\u{FFFD}", count: 9),
        isDamaged: true),
      Text(
        testDescription: "private-use characters",
        text: sound + String(repeating: "\u{E001}", count: 9),
        isDamaged: true),
      Text(
        testDescription: "radicals, which are mended", text: "⾃⼰紹介と⾃⼰評価、⼿順書と⼈", isDamaged: false),
      Text(testDescription: "decoded mojibake", text: "։ൃऀͱͱ΋ʹ৴པੑ", isDamaged: false),
    ])
  func warning(_ item: Text) throws {
    for format in ["jsonl", "csv"] {
      let run = try classified(item.text, format: format)
      #expect(run.status == 0)
      #expect(run.output.contains("damaged-text") == item.isDamaged)
    }
  }

  @Test("goes with the damaged talk alone")
  func alone() throws {
    let damaged = Self.sound + String(repeating: "\u{FFFD}", count: 9)
    let run = try classified(
      #"{"title":"\#(Self.sound)"}"# + "\n" + #"{"title":"\#(damaged)"}"# + "\n"
        + #"{"title":"\#(Self.sound)"}"# + "\n")
    #expect(run.lines.map { $0.contains("damaged-text") } == [false, true, false])
  }

  @Test("is given to none of the shipped decks and pages")
  func shipped() throws {
    let run = try CommandRun([
      "classify", "Corpora/pages", "Corpora/fictional-sre-talks", "--model", model, "--format",
      "jsonl",
    ])
    #expect(run.lines.count == 139)
    #expect(!run.output.contains("damaged-text"))
  }
}
