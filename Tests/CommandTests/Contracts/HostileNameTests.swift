import Foundation
import TestSupport
import Testing

@Suite("Hostile ids and names")
struct HostileNameTests {
  static let ids = [
    "../../escaped", "/tmp/escaped", "a/../../b", "-o", "--help", "$(id)", "`id`", "",
  ]

  @Test("never name a file: nothing is written but what -o says")
  func files() throws {
    let fixture = try CommandFixture.shared()
    let folder = try TemporaryFolder()
    let lines = Self.ids.enumerated().map { index, id in
      #"{"id":"\#(id)","title":"監視 \#(index)","text":"SLO \#(index)"}"# + "\n"
    }
    try folder.write(lines.joined(), to: "a/b/in/talks.jsonl")
    let here = folder.path + "/a/b"
    for arguments in [
      ["ingest", "in", "-o", "out.jsonl"],
      ["classify", "in", "--model", fixture.model, "--format", "csv", "-o", "out.csv"],
      ["map", "in", "--model", fixture.model, "-o", "out.html", "--title", "../../x"],
      ["explain", "in", "--model", fixture.model, "--id", "../../escaped"],
      ["explain", "in", "--model", fixture.model, "--id", "../../missing"],
    ] {
      let run = try CommandRun(arguments, in: here)
      #expect(run.status == (arguments.last == "../../missing" ? 1 : 0), "\(arguments)")
    }
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    #expect(
      found?.sorted() == [
        "a", "a/b", "a/b/in", "a/b/in/talks.jsonl", "a/b/out.csv", "a/b/out.html",
        "a/b/out.jsonl",
      ])
  }

  @Test("of formulas go into CSV as text and come back as they were")
  func formulas() throws {
    let fixture = try CommandFixture.shared()
    let folder = try TemporaryFolder()
    let title = "=HYPERLINK(1)"
    try folder.write(#"{"id":"@a","title":"\#(title)","text":"SLO"}"# + "\n", to: "in.jsonl")
    let run = try CommandRun(
      ["classify", "in.jsonl", "--model", fixture.model, "--format", "csv", "-o", "out.csv"],
      in: folder.path)
    #expect(run.status == 0)
    #expect(try folder.text(of: "out.csv").contains("\n'@a,'\(title),"))
    let again = try CommandRun(["ingest", "out.csv"], in: folder.path)
    let talk = try jsonObject(again.output)
    #expect(talk["id"] as? String == "@a")
    #expect(talk["title"] as? String == title)
  }
}
