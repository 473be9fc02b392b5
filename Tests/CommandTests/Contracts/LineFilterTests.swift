import Foundation
import TestSupport
import Testing

/// `classify -` as one stage among others: a line out for each line in.
@Suite("A filter of lines")
struct LineFilterTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  private var filter: [String] {
    ["classify", "-", "--format", "jsonl", "--workers", "1", "--model", fixture.model]
  }

  private static let forced = ["--input-format", "talk-jsonl"]

  @Test(
    "answers each line before the next one comes", .timeLimit(.minutes(10)),
    arguments: [[], ["--workers", "3"], forced])
  func dialogue(_ options: [String]) throws {
    let folder = try TemporaryFolder()
    let partner = try CommandDialogue(filter + options, in: folder.path)
    for line in TinyCorpus.jsonLines.split(separator: "\n").prefix(4) {
      let id = try #require(try jsonObject(line)["id"] as? String)
      #expect(try partner.answer(to: String(line)).hasPrefix(#"{"id":"\#(id)","title":"#))
      #expect(try partner.answer(to: "").contains(#""error":"the line is empty"#))
      #expect(try partner.answer(to: #"{"id":"b","title":3}"#).hasPrefix(#"{"id":"b","path":"-","#))
    }
    let end = try partner.finish()
    #expect(end.status == 2)
    #expect(end.rest == "")
    #expect(try folder.names() == [])
  }

  @Test("answers a first line that is no talk, where the format is given", .timeLimit(.minutes(10)))
  func firstLine() throws {
    let folder = try TemporaryFolder()
    let partner = try CommandDialogue(filter + Self.forced + ["--allow-failures"], in: folder.path)
    for (index, line) in ["", "title,text", "<html>", "\u{FEFF}[1]", "%PDF-1.4"].enumerated() {
      let object = try jsonObject(try partner.answer(to: line))
      #expect(object["line"] as? Int == index + 1)
      #expect(object["error"] != nil)
    }
    #expect(try partner.finish().status == 0)
  }

  @Test("gives a line for each line, whatever the lines are", arguments: [[], forced])
  func oneForOne(_ options: [String]) throws {
    let lines = [
      "no talk", #"{"id":"a","title":"監視"}"#, "", " \t", #"{"id":"b","title":"監視","text":7}"#,
      #"{"id":"c","title":"\u2028\n監視"}"# + "\r", "\u{0}", "null",
      #"{"id":"d","title":"監視"}{"id":"e","title":"監視"}"#, #"{"id":"f","text":"全社"}"#,
    ]
    for ending in ["", "\n", "\n\n"] {
      let run = try CommandRun(filter + options, input: lines.joined(separator: "\n") + ending)
      let extra = ending == "\n\n" ? 1 : 0
      try #require(run.lines.count == lines.count + extra)
      let objects = try run.lines.map { try jsonObject($0) }
      #expect(
        objects.map { $0["id"] as? String }
          == [nil, "a", nil, nil, "b", "c", nil, nil, nil, "f"] + (extra == 1 ? [nil] : []))
      #expect(
        objects.compactMap { $0["line"] as? Int } == [1, 3, 4, 5, 7, 8, 9]
          + (extra == 1 ? [11] : []))
      #expect(run.status == 2)
    }
  }

  @Test("gives nothing for nothing, and lines of blanks their errors")
  func nothing() throws {
    for options in [[], Self.forced] {
      let run = try CommandRun(filter + options, input: "")
      #expect(run.status == 0)
      #expect(run.output == "")
      #expect(run.errors == "")
      let blank = try CommandRun(filter + options, input: "\n\n \n")
      #expect(blank.lines.count == 3)
      #expect(blank.status == 1)
    }
  }

  @Test("in a shell without environment, from another folder, through pipes")
  func shell() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      [
        "-c",
        "cat \"$1\" | env -i \"$0\" classify - --format jsonl --workers 1 --model \"$2\" | cat",
        CommandRun.executable, fixture.talks, fixture.model,
      ], in: folder.path, program: "/bin/sh")
    let usual = try CommandRun(filter, input: TinyCorpus.jsonLines)
    #expect(run.output == usual.output)
    #expect(run.lines.count == 12)
    #expect(run.errors == "")
    #expect(try folder.names() == [])
  }

  @Test("tells failures by its exit code, unless they are allowed")
  func allowedFailures() throws {
    let input = "bad\n" + TinyCorpus.jsonLines
    let usual = try CommandRun(filter + Self.forced, input: input)
    let allowed = try CommandRun(filter + Self.forced + ["--allow-failures"], input: input)
    #expect(usual.status == 2)
    #expect(allowed.status == 0)
    #expect(usual.output == allowed.output)
    #expect(usual.errors == allowed.errors)
    #expect(usual.errors.hasSuffix("1 record(s) failed, 12 talk(s) classified\n"))
    let none = try CommandRun(filter + Self.forced + ["--allow-failures"], input: "bad\n")
    #expect(none.status == 0)
    let missing = try CommandRun(
      ["classify", "no.jsonl", "--allow-failures", "--model", fixture.model])
    #expect(missing.status == 66)
    let model = try CommandRun(
      ["classify", "-", "--allow-failures", "--format", "jsonl", "--model", "no"], input: input)
    #expect(model.status == 66)
    #expect(model.output == "")
  }

  @Test("a document through a pipe stays a document")
  func document() throws {
    let run = try CommandRun(filter, input: "監視の基本\n\n{\"level\":\"info\"}\n全社の標準化\n")
    #expect(run.lines.count == 1)
    #expect(run.status == 0)
  }
}
