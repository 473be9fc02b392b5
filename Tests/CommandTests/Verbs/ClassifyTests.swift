import Foundation
import TestSupport
import Testing

@Suite("shogen classify")
struct ClassifyTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  /// `depth/scope` of each talk as its labels have it.
  private static let quadrants = TinyCorpus.talks.map { talk in
    talk.labels.sorted.map(\.pole).joined(separator: "/")
  }

  @Test("prints a table that ends with the map and its counts")
  func table() throws {
    let run = try CommandRun(["classify", fixture.talks, "--model", fixture.model])
    #expect(run.status == 0)
    #expect(run.errors == "")
    let lines = run.lines
    #expect(lines[0].hasPrefix("題名 "))
    #expect(lines[1...12].map { $0.prefix { $0 != " " } } == TinyCorpus.talks.map { $0.title[...] })
    #expect(lines[1].hasSuffix("基本的な技術 0.97  独立   0.94"))
    #expect(
      Array(lines[13...18]) == [
        "",
        "組織の範囲",
        "横断的 │            3 │            3",
        "独立   │            3 │            3",
        "       └──────────────┴──────────────",
        "         基本的な技術     高度な技術  技術の高度さ",
      ])
  }

  @Test("places every talk as it is labelled, as JSON lines")
  func jsonLines() throws {
    let run = try CommandRun([
      "classify", fixture.talks, "--model", fixture.model, "--format", "jsonl",
    ])
    #expect(run.status == 0)
    let objects = try run.lines.map { try jsonObject($0) }
    #expect(objects.map { $0["quadrant"] as? String } == Self.quadrants)
  }

  @Test("places every talk as it is labelled, as CSV")
  func csv() throws {
    let run = try CommandRun([
      "classify", fixture.talks, "--model", fixture.model, "--format", "csv",
    ])
    #expect(run.status == 0)
    let rows = run.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(
      run.lines[0]
        == "id,title,quadrant,depth,depth_probability,depth_score,scope,scope_probability,"
        + "scope_score,known_term_share,warnings,model,error")
    #expect(rows.allSatisfy { $0.count == 13 })
    #expect(rows.dropFirst().map { String($0[2]) } == Self.quadrants)
    #expect(rows.dropFirst().map { String($0[0]) } == TinyCorpus.talks.map(\.id))
  }

  @Test("gives the same bytes for any number of workers", arguments: ["table", "jsonl", "csv"])
  func workers(format: String) throws {
    // Enough talks for several batches, with a bad line among them.
    let lines = (0..<30).map { _ in TinyCorpus.jsonLines }.joined(separator: "{bad\n")
    let runs = try ["1", "2", "7"].map { count in
      try CommandRun(
        ["classify", "-", "--model", fixture.model, "--format", format, "--workers", count],
        input: lines)
    }
    #expect(runs[0].output.utf8.count > 30_000)
    #expect(runs[1].output == runs[0].output)
    #expect(runs[2].output == runs[0].output)
    #expect(runs.map(\.errors) == Array(repeating: runs[0].errors, count: 3))
    #expect(runs.map(\.status) == [2, 2, 2])
  }

  @Test("writes to a file what it would print", arguments: ["table", "jsonl", "csv"])
  func outputFile(format: String) throws {
    let folder = try TemporaryFolder()
    let arguments = ["classify", fixture.talks, "--model", fixture.model, "--format", format]
    let printed = try CommandRun(arguments)
    let run = try CommandRun(arguments + ["-o", "out", "--color", "always"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "")
    #expect(try folder.text(of: "out") == printed.output)
    #expect(try folder.names() == ["out"])
  }

  @Test("reads standard input as it reads the file")
  func standardInput() throws {
    let arguments = ["--model", fixture.model, "--format", "jsonl"]
    let file = try CommandRun(["classify", fixture.talks] + arguments)
    let run = try CommandRun(["classify", "-"] + arguments, input: TinyCorpus.jsonLines)
    #expect(run.output == file.output)
    #expect(run.status == 0)
  }

  @Test("reads a table whose columns are named on the command line")
  func columns() throws {
    let folder = try TemporaryFolder()
    try folder.write("番号,title,本文\n7,題,\"監視の基本,手順書\"\n", to: "talks.csv")
    let run = try CommandRun(
      [
        "classify", "talks.csv", "--model", fixture.model, "--format", "jsonl", "--column",
        "text=本文", "--column", "id=番号",
      ], in: folder.path)
    #expect(run.status == 0)
    let object = try jsonObject(run.output)
    #expect(object["id"] as? String == "7")
    #expect(object["quadrant"] as? String == "basic/independent")
  }

  @Test("reads folders and files together, in their order")
  func folders() throws {
    let folder = try TemporaryFolder()
    try folder.write("監視の基本と手順書", to: "talks/b.txt")
    try folder.write("カーネルとeBPFの解析", to: "talks/a.txt")
    try folder.write("# not a talk", to: "talks/README.md")
    try folder.write("no talk either", to: "talks/c.key")
    let run = try CommandRun(
      ["classify", fixture.talks, "talks", "--model", fixture.model, "--format", "jsonl"],
      in: folder.path)
    let ids = try run.lines.map { try jsonObject($0)["id"] as? String }
    #expect(ids == TinyCorpus.talks.map(\.id) + ["a", "b"])
    #expect(
      run.errors
        == "shogen: note: 1 file(s) in folders have no known extension and were left out\n")
  }
}
