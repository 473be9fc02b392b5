import Foundation
import TestSupport
import Testing

@Suite("shogen ingest with labels")
struct IngestLabelsTests {
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("信頼性の話", to: "talks/a.txt")
    try folder.write("可観測性の話", to: "talks/b.txt")
    try folder.write(
      #"{"id":"a","labels":{"depth":"advanced"}}"# + "\n"
        + #"{"id":"gone","labels":{"depth":"basic"}}"# + "\n", to: "talks/labels.jsonl")
    return folder
  }

  private static func labels(_ run: CommandRun) throws -> [[String: String]?] {
    try run.lines.map { try jsonObject($0)["labels"] as? [String: String] }
  }

  @Test("joins a folder's labels.jsonl and --labels, the last for one axis winning")
  func join() throws {
    let folder = try Self.folder()
    try folder.write(
      #"{"id":"a","labels":{"depth":"basic","scope":"independent"}}"# + "\n", to: "more.jsonl")
    let run = try CommandRun(["ingest", "talks", "--labels", "more.jsonl"], in: folder.path)
    #expect(run.status == 0)
    #expect(
      try Self.labels(run) == [["depth": "basic", "scope": "independent"], nil])
    #expect(
      run.errors == """
        shogen: note: 1 labelled id(s) have no talk: gone
        shogen: note: 1 label(s) were replaced by later lines

        """)
  }

  @Test("checks labels by --scheme, and takes any without it")
  func scheme() throws {
    let folder = try Self.folder()
    try folder.write(
      #"{"axes":[{"id":"topic","name":"話題","poles":[{"id":"web","name":"ウェブ"},{"id":"db","name":"DB"}]}]}"#,
      to: "scheme.json")
    try folder.write(
      #"{"id":"b","labels":{"topic":"db"}}"# + "\n" + #"{"id":"a","labels":{"topic":"no"}}"# + "\n",
      to: "topics.jsonl")
    let any = try CommandRun(
      ["ingest", "talks/b.txt", "--labels", "topics.jsonl"], in: folder.path)
    #expect(any.status == 0)
    #expect(try Self.labels(any) == [["topic": "db"]])
    let checked = try CommandRun(
      ["ingest", "talks/b.txt", "--labels", "topics.jsonl", "--scheme", "scheme.json"],
      in: folder.path)
    #expect(checked.status == 2)
    #expect(try Self.labels(checked) == [["topic": "db"]])
    #expect(
      checked.errors.contains(
        "topics.jsonl:2: axis 'topic' has no pole 'no'; use 'web', 'db'"))
  }

  @Test("tells of folders that seem to be misspelled poles")
  func folders() throws {
    let folder = try TemporaryFolder()
    try folder.write("信頼性の話", to: "talks/basic/a.txt")
    try folder.write("可観測性の話", to: "talks/advancd/b.txt")
    let run = try CommandRun(["ingest", "talks"], in: folder.path)
    #expect(try Self.labels(run) == [nil, ["depth": "basic"]])
    #expect(
      run.errors
        == "shogen: note: 1 folder(s) are named like no pole, though others beside them are, "
        + "and label no talk: advancd\n")
  }
}
