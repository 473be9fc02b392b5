import Foundation
import Shogen
import TestSupport
import Testing

@Suite("shogen ingest --report, --deduplicate and --programme")
struct IngestReportTests {
  /// Two talks, and the first again as another file.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("監視の話を始める前に\n---\n手順書を書く\n---\n---\n", to: "talks/a.txt")
    try folder.write("障害訓練を楽しむ方法\n---\n夜の当番\n", to: "talks/b.txt")
    try folder.write("# 監視の話を始める前に\n\n---\n\n手順書を書く\n", to: "talks/c.md")
    return folder
  }

  @Test("prints the table instead of the talks, within 80 columns")
  func table() throws {
    let folder = try Self.folder()
    let run = try CommandRun(["ingest", "talks", "--report"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(!run.output.contains("{"))
    #expect(run.output.hasPrefix("talk  layout"))
    #expect(run.output.contains("\nc: repeats a (likeness 1.00)\n"))
    #expect(run.output.contains("\n3 talks, 76 characters, 1 duplicate\n"))
    #expect(run.lines.allSatisfy { TerminalWidth.of($0) <= 80 })
    let pages = try CommandRun(["ingest", "Corpora/pages", "--report"])
    #expect(pages.lines.allSatisfy { TerminalWidth.of($0) <= 80 })
    #expect(pages.lines.filter { $0.contains("speakerdeck-title-only") }.count == 1)
    #expect(
      pages.output.hasSuffix(
        """

        19 talks, 7,743 characters
        mended: 1 joined-spaces, 7 repeated-lines, 295 boilerplate-lines
        lost: 4 empty-slides, 1 hidden-slides, 1 missing-transcript

        """))
  }

  @Test("writes the talks too when a file for them is named")
  func both() throws {
    let folder = try Self.folder()
    let run = try CommandRun(["ingest", "talks", "--report", "-o", "out.jsonl"], in: folder.path)
    let alone = try CommandRun(["ingest", "talks"], in: folder.path)
    #expect(run.output.hasPrefix("talk  layout"))
    #expect(try folder.text(of: "out.jsonl") == alone.output)
    #expect(alone.errors == "shogen: note: 1 talk repeats an earlier one\n")
    #expect(alone.lines.count == 3)
  }

  @Test("leaves out talks that repeat an earlier one, and says so")
  func deduplicate() throws {
    let folder = try Self.folder()
    let run = try CommandRun(["ingest", "talks", "--deduplicate"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "shogen: note: 1 talk repeats an earlier one; left out\n")
    #expect(try run.lines.map { try jsonObject($0)["id"] as? String } == ["a", "b"])
    let twice = try CommandRun(
      ["ingest", "talks", "talks", "--deduplicate"], in: folder.path)
    #expect(twice.errors == "shogen: note: 4 talks repeat an earlier one; left out\n")
    #expect(twice.output == run.output)
  }

  @Test("finds no duplicate among the invented talks")
  func noDuplicate() throws {
    let run = try CommandRun(["ingest", "Corpora/fictional-sre-talks", "--deduplicate"])
    #expect(run.errors == "")
    #expect(run.lines.count == 120)
  }

  @Test("says how many talks of the event have slides")
  func programme() throws {
    let folder = try TemporaryFolder()
    // Slides of 28 talks of 37; the page's title has a translation and other width.
    var listed = FixtureTexts.titles.map(\.title)
    for (index, title) in listed.enumerated() {
      let page = index == 3 ? title + " / In other words" : title
      try folder.write("\(page)\n---\n本文\n", to: "decks/\(index).txt")
    }
    listed += FixtureTexts.decks.prefix(9).map(\.title)
    try folder.write(listed.joined(separator: "\n") + "\n", to: "programme.txt")
    let arguments = ["ingest", "decks", "--programme", "programme.txt"]
    let report = try CommandRun(arguments + ["--report"], in: folder.path)
    #expect(report.lines.contains("programme: slides of 28 of 37 talks"))
    #expect(
      report.lines.filter { $0.hasPrefix("  no slides: ") }
        == listed.suffix(9).map { "  no slides: \($0)" })
    let talks = try CommandRun(arguments + ["-o", "out.jsonl"], in: folder.path)
    #expect(talks.errors == "shogen: note: programme: slides of 28 of 37 talks\n")
  }

  @Test("reports failures and exits as without it")
  func failures() throws {
    let run = try CommandRun(
      ["ingest", "-", "--report"], input: "{\"title\":\"監視\"}\n{bad\n{bad\n")
    #expect(run.status == 2)
    #expect(run.output.hasSuffix("\n1 talk, 2 characters; 2 records not read\n"))
    let missing = try CommandRun(["ingest", "no-such", "--report"])
    #expect(missing.status == 66)
    #expect(missing.output.hasSuffix("\n0 talks, 0 characters; 1 record not read\n"))
  }

  @Test("colors the heading where asked to")
  func color() throws {
    let run = try CommandRun(["ingest", "-", "--report", "--color", "always"], input: "監視")
    #expect(run.output.hasPrefix("\u{1B}[1mtalk"))
    #expect(try CommandRun(["ingest", "-", "--report"], input: "監視").output.hasPrefix("talk"))
  }
}
