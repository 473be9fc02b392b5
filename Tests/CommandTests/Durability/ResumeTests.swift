import Foundation
import Shogen
import TestSupport
import Testing

@testable import Evaluation

@Suite("Going on with an interrupted run")
struct ResumeTests {
  let fixture: CommandFixture
  let folder: TemporaryFolder

  /// Two files of talks with bad lines among them, and a page.
  init() throws {
    fixture = try CommandFixture.shared()
    folder = try TemporaryFolder()
    try folder.write(Self.lines(0..<1000), to: "a.jsonl")
    try folder.write("題名\n\n監視の基本\n\n手順書の書き方\n", to: "b.txt")
    try folder.write(Self.lines(1000..<2000) + "{cut", to: "c.jsonl")
  }

  private static func lines(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      number % 97 == 13
        ? "{\"id\":\"bad \(number)\",\"title\":\(number)}\n"
        : #"{"id":"\#(number)","title":"監視","text":"\#(String(repeating: "全社の基盤を標準化", count: number % 40))"}"#
          + "\n"
    }.joined()
  }

  private func arguments(_ options: [String] = []) -> [String] {
    ["classify", "a.jsonl", "b.txt", "c.jsonl", "--model", fixture.model, "--format", "jsonl"]
      + options
  }

  private func run(_ options: [String]) throws -> CommandRun {
    try CommandRun(arguments(options), in: folder.path)
  }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  /// Leaves an interrupted run behind: ended once the file has some bytes.
  private func interrupt(
    by signal: Int32 = SIGKILL, _ options: [String] = [], at byteCount: Int = 1
  ) throws -> RunningCommand {
    let running = try RunningCommand(
      arguments(["--workers", "1", "-o", "out"] + options), in: folder.path)
    _ = running.wait {
      RunningCommand.byteCount(of: path("out.resume")) >= byteCount
        && FileManager.default.fileExists(atPath: path("out.resume-journal"))
    }
    running.end(by: signal)
    return running
  }

  @Test("after twenty kills at random gives the bytes of an unbroken run", .timeLimit(.minutes(10)))
  func killed() throws {
    let whole = try run(["-o", "whole"])
    #expect(whole.status == 2)
    let expected = try folder.bytes(of: "whole")
    var generator = SeededGenerator(seed: 20)
    let moments = (0..<20).map { _ in Int.random(in: 0..<expected.count, using: &generator) }
    for (index, moment) in moments.sorted().enumerated() {
      let running = try RunningCommand(
        arguments(["-o", "out", "--resume", "--workers", "\(1 + index % 3)"]), in: folder.path)
      _ = running.wait { RunningCommand.byteCount(of: path("out.resume")) >= moment }
      running.end(by: SIGKILL)
      #expect(try folder.names().contains("out") == false)
    }
    let last = try run(["-o", "out", "--resume"])
    #expect(last.status == 2)
    #expect(last.errors.hasSuffix("22 record(s) failed, 1980 talk(s) classified\n"))
    #expect(try folder.bytes(of: "out") == expected)
    #expect(try folder.names() == ["a.jsonl", "b.txt", "c.jsonl", "out", "whole"])
  }

  @Test("writes what was written before once, and not again")
  func notAgain() throws {
    _ = try interrupt()
    // What the journal counts is not computed again: a mark in it stays.
    let handle = try FileHandle(forUpdating: URL(filePath: path("out.resume")))
    try handle.write(contentsOf: Data("MARK".utf8))
    try handle.close()
    #expect(try run(["-o", "out", "--resume"]).status == 2)
    let whole = try CommandRun(arguments(), in: folder.path)
    #expect(try folder.text(of: "out") == "MARK" + whole.output.dropFirst(4))
  }

  @Test("begins at the beginning where nothing is left, or nothing that counts")
  func fresh() throws {
    let whole = try CommandRun(arguments(), in: folder.path)
    for leftover in [nil, "torn"] {
      try leftover.map { _ = try folder.write($0, to: "out.resume") }
      #expect(try run(["-o", "out", "--resume"]).status == 2)
      #expect(try folder.text(of: "out") == whole.output)
    }
    // A run that ended between its last two steps.
    try folder.write("{}\n{}\n", to: "out.resume-journal")
    #expect(try run(["-o", "out", "--resume"]).status == 2)
    #expect(try folder.text(of: "out") == whole.output)
    #expect(try folder.names() == ["a.jsonl", "b.txt", "c.jsonl", "out"])
  }

  @Test("of tables that are to be one file keeps one header")
  func commaSeparated() throws {
    let options = ["--format", "csv"]
    let whole = try CommandRun(arguments(options), in: folder.path)
    _ = try interrupt(options)
    #expect(try run(options + ["-o", "out", "--resume"]).status == 2)
    #expect(try folder.text(of: "out") == whole.output)
  }

  @Test("is refused where model, options or inputs are others, and says which")
  func refused() throws {
    _ = try interrupt()
    let journal = try folder.bytes(of: "out.resume-journal")
    let bytes = try folder.bytes(of: "out.resume")
    func expectRefusal(
      _ arguments: [String], _ reason: String,
      sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
      let run = try CommandRun(arguments + ["-o", "out", "--resume"], in: folder.path)
      #expect(run.status == 1, sourceLocation: sourceLocation)
      #expect(
        run.errors.contains(
          "shogen: error: out: cannot resume: \(reason); give what the interrupted run was given, "
            + "or leave --resume out to begin again\n"), "\(run.errors)",
        sourceLocation: sourceLocation)
      #expect(try folder.bytes(of: "out.resume-journal") == journal, sourceLocation: sourceLocation)
      #expect(try folder.bytes(of: "out.resume") == bytes, sourceLocation: sourceLocation)
    }
    try expectRefusal(
      arguments(["--format", "csv"]), "it has '--format jsonl', and this run '--format csv'")
    try expectRefusal(
      arguments(["--undecided-below", "0.75"]),
      "it has 'least probabilities [0.0, 0.0]', and this run 'least probabilities [0.75, 0.75]'")
    try expectRefusal(
      arguments() + ["b.txt"], "it has 3 input files, and this run 4")
    let model = ["--model", Repository.path("Models/sre-quadrant")]
    let hash = try CommandRun(["model", fixture.model]).lines[0].dropFirst(6)
    let other = try CommandRun(["model", model[1]]).lines[0].dropFirst(6)
    try expectRefusal(arguments() + model, "its model is \(hash), and this one \(other)")
    try folder.write(Self.lines(0..<1001), to: "a.jsonl")
    try expectRefusal(arguments(), "a.jsonl was changed since")
  }

  @Test("is refused where what is left was tampered with")
  func tampered() throws {
    let running = try interrupt()
    #expect(running.errors.contains("error: a.jsonl:14"))
    try folder.write("x", to: "out.resume")
    #expect(try run(["-o", "out", "--resume"]).errors.contains("out.resume has 1 bytes of the "))
    try folder.write("no journal", to: "out.resume-journal")
    #expect(
      try run(["-o", "out", "--resume"]).errors.contains(
        "out.resume-journal is no journal of this program's"))
  }

  @Test("is offered to a run that would begin again")
  func offered() throws {
    _ = try interrupt()
    let again = try run(["-o", "out"])
    #expect(again.status == 2)
    #expect(
      again.errors.contains(
        "of an interrupted run are given up; --resume would have gone on with them\n"))
    #expect(try folder.text(of: "out") == (try CommandRun(arguments(), in: folder.path)).output)
  }

  @Test("two runs never write one file")
  func locked() throws {
    let first = try RunningCommand(arguments(["--workers", "1", "-o", "both"]), in: folder.path)
    _ = first.wait { RunningCommand.byteCount(of: path("both.resume")) > 0 }
    let second = try run(["-o", "both", "--resume"])
    #expect(second.status == 74)
    #expect(
      second.errors.contains(
        "shogen: error: both: cannot write a file that another process writes: "))
    #expect(first.finish() == 2)
    #expect(try folder.text(of: "both") == (try CommandRun(arguments(), in: folder.path)).output)
  }

  @Test("goes with a file of lines and inputs that can be read again")
  func usage() throws {
    for (options, message) in [
      (["a.jsonl", "--format", "jsonl"], "--resume goes on with a file: say which with -o"),
      (
        ["a.jsonl", "-o", "out"],
        "--resume goes with --format jsonl or csv; a table is of all talks"
      ),
      (
        ["-", "-o", "out", "--format", "csv"],
        "--resume reads the inputs again, which standard input (-) cannot be"
      ),
    ] {
      let run = try CommandRun(["classify", "--resume"] + options, in: folder.path)
      #expect(run.status == 64)
      #expect(run.errors.hasPrefix("Error: \(message)\n"))
    }
  }

  @Test(
    "a signal ends the run as it should, and what was done is kept",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func signals(signal: Int32) throws {
    let running = try interrupt(by: signal)
    #expect(running.finish() == -signal)
    let told = running.errors.split(separator: "\n").suffix(2)
    #expect(told.first?.hasPrefix("shogen: note: out: ") == true)
    #expect(
      told.first?.hasSuffix(
        " record(s) are kept; the same command with --resume goes on with them") == true)
    #expect(told.last == "shogen: error: interrupted by signal \(signal)")
    #expect(try run(["-o", "out", "--resume"]).status == 2)
    #expect(try folder.text(of: "out") == (try CommandRun(arguments(), in: folder.path)).output)
  }

  @Test("a full disk ends the run, and what was done is kept")
  func fullDisk() throws {
    // Blocks of 512 bytes.
    let limited = try CommandRun(
      ["-c", "ulimit -f 300; exec \"$0\" \"$@\"", CommandRun.executable]
        + arguments(["-o", "out", "--workers", "1"]), in: folder.path, program: "/bin/sh")
    #expect(limited.status == 74)
    let told = limited.errors.split(separator: "\n").suffix(2)
    #expect(
      told.first
        == "shogen: error: out: cannot write: file too large; check the path, permissions and free space"
    )
    #expect(told.last?.contains("record(s) are kept; the same command with --resume") == true)
    #expect(try run(["-o", "out", "--resume"]).status == 2)
    #expect(try folder.text(of: "out") == (try CommandRun(arguments(), in: folder.path)).output)
  }
}
