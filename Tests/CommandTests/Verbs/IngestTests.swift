import Foundation
import Shogen
import TestSupport
import Testing

@Suite("shogen ingest")
struct IngestTests {
  private static let pages = "Corpora/pages"

  private static func source(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(try jsonObject(line)["source"] as? [String: Any])
  }

  @Test("writes a talk a line with where and how it was read")
  func source() throws {
    let run = try CommandRun(["ingest", Self.pages])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.count == 19)
    let line = try #require(run.lines.first { $0.hasPrefix(#"{"id":"google-slides""#) })
    #expect(
      line.hasSuffix(
        #","source":{"path":"Corpora/pages/google-slides.txt","layout":"google-slides","#
          + #""mended":{"boilerplate-lines":9},"lost":{"empty-slides":1}}}"#))
    let lines = try CommandRun(["ingest", "Corpora/sre-next-2024/talks.jsonl"]).lines
    #expect(lines.count == 28)
    #expect(try Self.source(lines[27])["line"] as? Int == 28)
    #expect(try Self.source(lines[27])["path"] as? String == "Corpora/sre-next-2024/talks.jsonl")
  }

  @Test("writes what reads back to equal talks, and is a fixed point")
  func fixedPoint() throws {
    let folder = try TemporaryFolder()
    let inputs = [Self.pages, "Corpora/fictional-sre-talks", "Corpora/sre-next-2024"].map {
      Repository.path($0)
    }
    let run = try CommandRun(["ingest", "-o", "talks.jsonl"] + inputs, in: folder.path)
    #expect(run.status == 0)
    #expect(run.output == "")
    let path = folder.path + "/talks.jsonl"
    let read = Reading(of: [path])
    #expect(read.failures == [])
    let expected = Corpus(reading: inputs)
    #expect(read.talks.count == 167)
    #expect(
      read.talks.map { talk in
        var talk = talk
        talk.additionalFields.removeAll { $0.name == "source" }
        return talk
      } == expected.talks)
    let again = try CommandRun(["ingest", path])
    #expect(try again.output == folder.text(of: "talks.jsonl"))
    // Mended text has nothing left to mend.
    #expect(read.ingested.allSatisfy { $0.notes.sorted.allSatisfy(\.kind.isLoss) })
  }

  @Test("keeps the order and gives equal bytes whatever the number of workers")
  func workers() throws {
    let inputs = ["Corpora/sre-next-2024", Self.pages, "no-such", "Corpora/fictional-sre-talks"]
    let runs = try [1, 2, 7].map { count in
      try CommandRun(["ingest", "--workers", "\(count)"] + inputs)
    }
    for run in runs {
      #expect(run.status == 2)
      #expect(run.output == runs[0].output)
      #expect(run.errors == runs[0].errors)
    }
    let ids = try runs[0].lines.map { try #require(try jsonObject($0)["id"] as? String) }
    #expect(ids.count == 167)
    #expect(
      Array(ids.prefix(28)) == (1...28).map { "sre-next-2024-" + ($0 < 10 ? "0" : "") + "\($0)" })
    #expect(ids[28] == "cloudnative-days")
    #expect(Array(ids.suffix(120)) == (1...120).map { "talk-" + String("00\($0)".suffix(3)) })
  }

  @Test("reads standard input, one talk a line or one document")
  func standardInput() throws {
    let lines = try CommandRun(
      ["ingest", "-"], input: "{\"title\":\"監視\"}\n\n{\"title\":\"障害\"}\n")
    #expect(lines.status == 0)
    #expect(try lines.lines.map { try jsonObject($0)["id"] as? String } == ["stdin:1", "stdin:3"])
    #expect(try Self.source(lines.lines[1])["line"] as? Int == 3)
    let document = try CommandRun(["ingest", "-"], input: "監視の話\n---\n本文\n")
    #expect(
      document.output == #"{"id":"stdin","title":"監視の話","slides":[{"number":1,"text":"監視の話"},"#
        + #"{"number":2,"text":"本文"}],"source":{"path":"-","layout":"transcript","mended":{},"lost":{}}}"#
        + "\n")
  }

  struct Exit: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var arguments: [String]
    var input = ""
    var status: Int32
    var error: String
  }

  @Test(
    "says by its exit code what happened",
    arguments: [
      Exit(
        testDescription: "some failed", arguments: ["-"], input: "{bad\n{\"title\":\"監視\"}\n",
        status: 2,
        error: "shogen: error: -:1: not valid JSON; mend the line or remove it\n"),
      Exit(
        testDescription: "all failed", arguments: ["-"], input: " \n", status: 1,
        error: "shogen: error: -: the file is empty; give a file with a talk in it\n"),
      Exit(
        testDescription: "missing", arguments: ["no-such"], status: 66,
        error: "shogen: error: no-such: no such file or folder; check the path\n"),
      Exit(
        testDescription: "strict", arguments: ["-", "--strict"],
        input: "{bad\n{\"title\":\"監視\"}\n",
        status: 65, error: "shogen: error: -:1: not valid JSON; mend the line or remove it\n"),
      Exit(
        testDescription: "no programme", arguments: ["-", "--programme", "no-such"],
        input: "監視", status: 66, error: "shogen: error: no-such: no such file; check the path\n"),
      Exit(
        testDescription: "no place to write", arguments: ["-", "-o", "no/such/file"],
        input: "監視", status: 74,
        error: "shogen: error: no/such/file: cannot create the file: no such file or directory; "
          + "check the path, permissions and free space\n"),
      Exit(
        testDescription: "a PDF on standard input", arguments: ["-"], input: "%PDF-1.4\n",
        status: 1,
        error: "shogen: error: -: a PDF cannot be read from standard input; give it as a file\n"),
    ])
  func exits(_ exit: Exit) throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(["ingest"] + exit.arguments, input: exit.input, in: folder.path)
    #expect(run.status == exit.status)
    #expect(run.errors == exit.error)
    #expect(run.lines.count == (exit.status == 2 ? 1 : 0))
  }

  @Test("leaves no file behind when --strict ends it")
  func atomic() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "out.jsonl")
    let run = try CommandRun(
      ["ingest", "-", "--strict", "-o", "out.jsonl"], input: "{\"title\":\"監視\"}\n{bad\n",
      in: folder.path)
    #expect(run.status == 65)
    #expect(try folder.text(of: "out.jsonl") == "old")
    #expect(try folder.names() == ["out.jsonl"])
  }
}
