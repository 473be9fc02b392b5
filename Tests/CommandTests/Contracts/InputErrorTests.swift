import TestSupport
import Testing

@Suite("Messages about input")
struct InputErrorTests {
  private static let classify = ["classify", "--model", "model", "--format", "jsonl"]
  private static let failedOne = "shogen: note: 1 record(s) failed, 0 talk(s) classified\n"

  static let cases = [
    ErrorCase(
      id: "a missing file", arguments: classify + ["no.jsonl"],
      said: .exactly(
        "shogen: error: no.jsonl: no such file or folder; check the path\n" + failedOne),
      status: 66),
    ErrorCase(
      id: "a missing folder", arguments: ["train", "no/", "-o", "new"],
      said: .exactly(
        """
        shogen: error: no/: no such file or folder; check the path
        shogen: error: no talk could be read

        """), status: 66),
    ErrorCase(
      id: "a missing file beside a good one",
      arguments: classify + ["no.jsonl", "tiny.jsonl"],
      said: .exactly(
        """
        shogen: error: no.jsonl: no such file or folder; check the path
        shogen: note: 1 record(s) failed, 12 talk(s) classified

        """), status: 2),
    ErrorCase(
      id: "a binary file", files: ["deck.key": .text("key\n") + [0, 0xE2, 0xE3, 10, 0xFF]],
      arguments: classify + ["deck.key"],
      said: .exactly(
        "shogen: error: deck.key:2: the file is binary, not text; "
          + "give its text, for example by 'pdftotext' for a PDF\n" + failedOne), status: 1),
    ErrorCase(
      id: "UTF-16", files: ["a.txt": [0xFF, 0xFE, 0x42, 0x30]],
      arguments: classify + ["a.txt"], said: .exactly(""), status: 0),
    ErrorCase(
      id: "what begins as UTF-16 does",
      files: ["a.txt": [0xFF, 0xFE, 0x00, 0xD8, 0x01, 0xD8, 0x42]],
      arguments: classify + ["a.txt"],
      said: .exactly(
        "shogen: error: a.txt: the text has the byte order mark of UTF-16LE but is not; "
          + "save it as UTF-8\n" + failedOne), status: 1),
    ErrorCase(
      id: "invalid UTF-8 in a text",
      files: ["a.txt": .text("一行目\n\(ErrorCase.secret)") + [0x83, 0x5C, 10]],
      arguments: classify + ["a.txt"],
      said: .exactly(
        "shogen: error: a.txt:2: 1 of 28 bytes are not valid UTF-8, and the text reads as "
          + "neither CP932 nor EUC-JP; "
          + "convert it, for example with 'iconv -f ISO-8859-1 -t UTF-8'\n" + failedOne),
      status: 1),
    ErrorCase(
      id: "invalid UTF-8 in a line of several",
      files: ["a.jsonl": .text("{\"title\":\"監視\"}\n{\"title\":\"") + [0xFF] + .text("\"}\n")],
      arguments: classify + ["a.jsonl"],
      said: .exactly(
        """
        shogen: error: a.jsonl:2: byte 10 is not valid UTF-8; convert the text, for example \
        with 'iconv -f CP932 -t UTF-8'
        shogen: note: 1 record(s) failed, 1 talk(s) classified

        """), status: 2),
    ErrorCase(
      id: "an empty file", files: ["a.txt": []], arguments: classify + ["a.txt"],
      said: .exactly(
        "shogen: error: a.txt: the file is empty; give a file with a talk in it\n" + failedOne),
      status: 1),
    ErrorCase(
      id: "an empty standard input", arguments: ["classify", "--model", "model", "-"],
      said: .exactly(
        "shogen: error: -: the file is empty; give a file with a talk in it\n" + failedOne),
      status: 1),
    ErrorCase(
      id: "a malformed line in the middle",
      files: [
        "a.jsonl": .text(ErrorCase.talk("a") + "{\"\(ErrorCase.secret)\n" + ErrorCase.talk("b"))
      ],
      arguments: classify + ["a.jsonl"],
      said: .exactly(
        """
        shogen: error: a.jsonl:2: not valid JSON: a string is not closed; mend the line or remove it
        shogen: note: 1 record(s) failed, 2 talk(s) classified

        """), status: 2),
    ErrorCase(
      id: "labels given as talks",
      input: #"{"id":"a","labels":{"depth":"basic"}}"#, arguments: classify + ["-"],
      said: .exactly(
        "shogen: error: -:1: no 'title', 'slides' or 'text'; "
          + "a file of labels belongs to '--labels'\n" + failedOne), status: 1),
    ErrorCase(
      id: "a row with a field too many",
      files: ["a.csv": .text("id,text\n1,\(ErrorCase.secret),x\n2,監視\n")],
      arguments: classify + ["a.csv"],
      said: .exactly(
        """
        shogen: error: a.csv:2: 3 fields where the header has 2; quote fields that hold the separator
        shogen: note: 1 record(s) failed, 1 talk(s) classified

        """), status: 2),
    ErrorCase(
      id: "a quote that is never closed",
      files: ["a.csv": .text("id,text\n1,監視\n2,\"\(ErrorCase.secret)\n")],
      arguments: classify + ["a.csv"],
      said: .exactly(
        """
        shogen: error: a.csv:3: a quote opened in this row is never closed; close it; \
        a quote inside a field is written twice
        shogen: note: 1 record(s) failed, 1 talk(s) classified

        """), status: 2),
    ErrorCase(
      id: "a table without a text", files: ["a.csv": .text("id,本文\n1,\(ErrorCase.secret)\n")],
      arguments: classify + ["a.csv"],
      said: .exactly(
        "shogen: error: a.csv:1: no column is called 'title' or 'text'; "
          + "name the columns in the first line, or say '--column text=NAME'\n" + failedOne),
      status: 1),
    ErrorCase(
      id: "bad data under --strict", files: ["a.jsonl": .text("bad\n" + ErrorCase.talk("a"))],
      arguments: classify + ["a.jsonl", "--strict"],
      said: .exactly("shogen: error: a.jsonl:1: not valid JSON; mend the line or remove it\n"),
      status: 65),
    ErrorCase(
      id: "bad data under --strict of a verb that reads all first",
      files: ["a.jsonl": .text("bad\n" + ErrorCase.talk("a"))],
      arguments: ["keywords", "a.jsonl", "--strict"],
      said: .exactly("shogen: error: a.jsonl:1: not valid JSON; mend the line or remove it\n"),
      status: 65),
    ErrorCase(
      id: "an id that no talk has",
      files: ["a.jsonl": .text(ErrorCase.talk("一") + ErrorCase.talk("b"))],
      arguments: ["explain", "a.jsonl", "--id", "c", "--model", "model"],
      said: .exactly("shogen: error: no talk has id 'c'; the input has '一', 'b'\n"), status: 1),
  ]

  @Test("name file and line, say the remedy, and hold no slide text", arguments: cases)
  func messages(_ example: ErrorCase) throws { try example.check() }

  @Test("are printed one by one for twenty failures; the rest are counted")
  func manyFailures() throws {
    let fixture = try CommandFixture.shared()
    let run = try CommandRun(
      ["classify", "-", "--model", fixture.model],
      input: String(repeating: "{bad\n", count: 23) + "{\"title\":\"監視\"}\n")
    let lines = run.errors.split(separator: "\n")
    try #require(lines.count == 22)
    #expect(lines[19] == "shogen: error: -:20: not valid JSON; mend the line or remove it")
    #expect(lines[20] == "shogen: note: further failures are counted only")
    #expect(lines[21] == "shogen: note: 23 record(s) failed, 1 talk(s) classified")
    #expect(run.status == 2)
  }
}

extension ErrorCase {
  /// Runs the command and compares.
  @discardableResult
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws -> CommandRun {
    let run = try run()
    #expect(run.status == status, sourceLocation: sourceLocation)
    switch said {
    case .exactly(let text): #expect(run.errors == text, sourceLocation: sourceLocation)
    case .first(let line):
      #expect(
        run.errors.split(separator: "\n").first.map(String.init) == line,
        sourceLocation: sourceLocation)
    }
    #expect(!run.errors.contains(Self.secret), sourceLocation: sourceLocation)
    return run
  }
}
