import Foundation
import Shogen
import TestSupport
import Testing

@Suite("shogen compare")
struct CompareTests {
  let fixture: CommandFixture
  let folder: TemporaryFolder
  let bodies: [String]

  init() throws {
    fixture = try CommandFixture.shared()
    folder = try TemporaryFolder()
    let lines = TinyCorpus.jsonLines.split(separator: "\n").map { $0 + "\n" }
    bodies = try [
      folder.write(lines[..<6].joined(), to: "early.jsonl"),
      folder.write(lines[6...].joined(), to: "late.jsonl"),
    ]
  }

  private func run(_ arguments: [String] = []) throws -> CommandRun {
    try CommandRun(["compare"] + bodies + ["--model", fixture.model] + arguments)
  }

  @Test("prints tables of at most 80 columns, as recorded")
  func table() throws {
    let run = try run(["--top", "5"])
    #expect(run.status == 0)
    for line in run.lines { #expect(TerminalWidth.of(line) <= 80) }
    try Snapshot.expect(run.output, named: "comparison")
  }

  @Test("has the same figures in JSON lines")
  func lines() throws {
    let objects = try run(["--format", "jsonl"]).lines.map { try jsonObject($0) }
    let kinds = objects.compactMap { $0["kind"] as? String }
    #expect(kinds.filter { $0 == "body" }.count == 2)
    #expect(kinds.filter { $0 == "share" }.count == 4)
    #expect(kinds.filter { $0 == "test" }.count == 1)
    #expect(kinds.filter { $0 == "move" }.isEmpty)
    let shares = objects.filter { $0["kind"] as? String == "share" }
    #expect(shares.map { $0["counts"] as? [Int] } == [[3, 0], [3, 0], [0, 3], [0, 3]])
    let kernel = try #require(objects.first { $0["term"] as? String == "カーネル" })
    #expect(try #require(kernel["logOdds"] as? Double) > 0)
    #expect(kernel["talks"] as? [Int] == [0, 5])
  }

  @Test("writes a page of one file")
  func page() throws {
    let path = folder.path + "/compare.html"
    #expect(try run(["-o", path, "--names", "2023,<b>2024"]).status == 0)
    let page = try folder.text(of: "compare.html")
    #expect(page.contains("<h1>2023 → &lt;b&gt;2024</h1>"))
    #expect(page.contains("script-src 'none'"))
    #expect(page.contains("カーネル"))
    #expect(!page.contains("<script"))
  }

  @Test("tells which talks another model places elsewhere")
  func moves() throws {
    let labels = try folder.write(
      #"{"id":"t01","labels":{"depth":"advanced"}}"# + "\n", to: "labels.jsonl")
    let other = folder.path + "/other"
    #expect(
      try CommandRun([
        "train", fixture.talks, "--labels", labels, "-o", other,
        "--minimum-document-frequency", "1", "--repeats", "2", "--no-search",
      ]).status == 0)
    let run = try run(["--other-model", other])
    #expect(run.output.contains(" of 12 talks by the other model\n"))
    #expect(run.output.contains("はじめてのSLO  基本的な技術 → 高度な技術\n    by "))
    let same = try self.run(["--other-model", fixture.model])
    #expect(same.output.contains("0 moves of 12 talks by the other model\n"))
  }

  @Test("refuses a model of other axes")
  func otherAxes() throws {
    let scheme = try folder.write(
      #"{"axes":[{"id":"depth","name":"深","poles":[{"id":"basic","name":"浅"},{"id":"advanced","name":"深"}]}]}"#,
      to: "scheme.json")
    let talks = TinyCorpus.jsonLines.replacing(/,"scope":"[a-z-]+"/, with: "")
    let input = try folder.write(talks, to: "depth.jsonl")
    let other = folder.path + "/depth"
    #expect(
      try CommandRun([
        "train", input, "--scheme", scheme, "-o", other, "--minimum-document-frequency", "1",
        "--repeats", "2", "--no-search",
      ]).status == 0)
    let run = try run(["--other-model", other])
    #expect(run.status == 1)
    #expect(
      run.errors.contains("the axes differ from the first model's; compare models of one scheme"))
  }
}
