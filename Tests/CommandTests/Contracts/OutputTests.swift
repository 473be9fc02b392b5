import Foundation
import TestSupport
import Testing

@Suite("Where output goes")
struct OutputTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  /// Runs a shell script with the command as `$0`, the talks as `$1`, the model as `$2`.
  private func shell(
    _ script: String, in folder: String = Repository.root
  ) throws -> CommandRun {
    try CommandRun(
      ["-c", script, CommandRun.executable, fixture.talks, fixture.model], in: folder,
      program: "/bin/sh")
  }

  @Test("data on standard output, everything else on standard error")
  func streams() throws {
    let run = try CommandRun(
      ["classify", "-", "no.txt", "--model", fixture.model, "--format", "jsonl"],
      input: "{bad\n" + TinyCorpus.jsonLines)
    #expect(run.lines.count == 14)
    for line in run.lines { _ = try jsonObject(line) }
    #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("shogen: ") })
    #expect(run.errors.split(separator: "\n").count == 3)
  }

  @Test("a pipe that closes ends the command quietly", .timeLimit(.minutes(10)))
  func closedPipe() throws {
    let line = #"{"title":"監視","text":"\#(String(repeating: "監視の基本", count: 40))"}"#
    let input = String(repeating: line + "\n", count: 1000)
    let folder = try TemporaryFolder()
    try folder.write(input, to: "many.jsonl")
    for verb in ["classify --format jsonl --model \"$2\"", "tokenize", "keywords"] {
      let run = try shell("\"$0\" \(verb) many.jsonl | head -n 1", in: folder.path)
      #expect(run.lines.count == 1)
      #expect(run.errors == "")
      #expect(run.status == 0)
    }
  }

  @Test(
    "a pipe that closes gives the exit code of SIGPIPE, though that is ignored",
    .timeLimit(.minutes(10)), arguments: ["", "trap '' PIPE; "])
  func closedPipeStatus(trap: String) throws {
    let line = #"{"title":"監視","text":"\#(String(repeating: "監視の基本", count: 40))"}"#
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: line + "\n", count: 1000), to: "many.jsonl")
    let run = try shell(
      "(\(trap)\"$0\" classify --format jsonl --model \"$2\" many.jsonl; echo $? >&2) | head -n 1",
      in: folder.path)
    #expect(run.lines.count == 1)
    #expect(run.errors.hasSuffix("141\n"))
    #expect(!run.errors.contains("shogen"))
  }

  @Test("a place that cannot be written to is an error of exit code 74")
  func readOnly() throws {
    // Where not even root makes files.
    for arguments in [
      ["classify", fixture.talks, "--model", fixture.model, "-o", "/sys/out"],
      ["classify", fixture.talks, "--model", fixture.model, "--format", "jsonl", "-o", "/sys/out"],
      ["ingest", fixture.talks, "-o", "/sys/out"],
      ["map", fixture.talks, "--model", fixture.model, "-o", "/sys/out"],
    ] {
      let run = try CommandRun(arguments)
      #expect(run.status == 74)
      #expect(run.errors.hasPrefix("shogen: error: /sys/out: cannot create the file: "))
      #expect(run.errors.hasSuffix("; check the path, permissions and free space\n"))
    }
    let model = try CommandRun([
      "train", fixture.talks, "-o", "/sys/out", "--no-validation", "--no-search",
    ])
    #expect(model.status == 74)
    #expect(model.errors.hasPrefix("shogen: error: /sys/out: "))
    #expect(model.errors.hasSuffix("; check the path, permissions and free space\n"))
  }

  @Test("a model's folder that cannot be made is told before the work of training")
  func earlyCheck() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "sub/file")
    for path in ["sub/file", "sub/file/", "sub/file/model/"] {
      for verb in [["train"], ["review", "--add", "no-such.jsonl"]] {
        let run = try CommandRun(verb + ["no-such.jsonl", "-o", path], in: folder.path)
        #expect(run.status == 74)
        #expect(
          run.errors == "shogen: error: \(path): cannot make the folder: not a directory; "
            + "check the path, permissions and free space\n")
      }
    }
    #expect(try folder.names() == ["sub"])
  }

  @Test("a link stays one, and what only its owner may read stays so")
  func linksAndModes() throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("old", to: "there/file")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: "there/file")
    for format in ["jsonl", "table"] {
      try folder.write("old", to: "there/file")
      let run = try CommandRun(
        ["classify", fixture.talks, "--model", fixture.model, "-o", "link", "--format", format],
        in: folder.path)
      #expect(run.status == 0)
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link")
          == "there/file")
      #expect(try folder.text(of: "there/file") != "old")
      let attributes = try FileManager.default.attributesOfItem(atPath: target)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
      #expect(
        try folder.names(in: "there") == ["file"])
    }
  }

  @Test(
    "a full disk is an error of exit code 74",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let message =
      "standard output: cannot write: no space left on device; "
      + "check the path, permissions and free space"
    for verb in [
      "classify \"$1\" --model \"$2\"", "evaluate \"$1\" --model \"$2\" --permutations 0",
      "explain \"$1\" --id t01 --model \"$2\"", "keywords \"$1\"", "tokenize \"$1\"",
      "model \"$2\"",
    ] {
      let run = try shell("\"$0\" \(verb) > /dev/full")
      #expect(run.errors == "shogen: error: \(message)\n")
      #expect(run.status == 74)
    }
  }

  @Test("a closed standard output is an error, a closed standard error is none")
  func closedStreams() throws {
    let output = try shell("\"$0\" classify \"$1\" --model \"$2\" >&-")
    #expect(output.status == 74)
    #expect(output.errors.hasPrefix("shogen: error: standard output: cannot write: "))
    let errors = try shell("echo '{bad' | \"$0\" classify - \"$1\" --model \"$2\" 2>&-")
    #expect(errors.status == 2)
    #expect(errors.lines.count == 19)
  }

  @Test("a file that cannot be made is an error of exit code 74, and nothing stays behind")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let classify = ["classify", fixture.talks, "--model", fixture.model]
    let missing = try CommandRun(classify + ["-o", "no/out"], in: folder.path)
    #expect(missing.status == 74)
    #expect(
      missing.errors == "shogen: error: no/out: cannot create the file: no such file or directory; "
        + "check the path, permissions and free space\n")
    try folder.write("x", to: "sub/file")
    let taken = try CommandRun(classify + ["-o", "sub"], in: folder.path)
    #expect(taken.status == 74)
    #expect(
      taken.errors.hasPrefix(
        "shogen: error: sub: cannot put the file in its place: is a directory;"))
    let model = try CommandRun(["train", fixture.talks, "-o", "sub/file"], in: folder.path)
    #expect(model.status == 74)
    #expect(model.errors.hasPrefix("shogen: error: sub/file: "))
    #expect(try folder.text(of: "sub/file") == "x")
    #expect(try folder.names() == ["sub"])
  }

  @Test("a run that stops leaves the old file as it was, and no partial one")
  func stopped() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "out")
    let run = try CommandRun(
      ["classify", "-", "--model", fixture.model, "-o", "out", "--strict"], input: "{bad\n",
      in: folder.path)
    #expect(run.status == 65)
    #expect(try folder.text(of: "out") == "old")
    #expect(try folder.names() == ["out"])
  }

  // Devices are reached by links in a folder of the test: were they replaced by a
  // file, it would be the link.
  @Test("a device stays a device")
  func devices() throws {
    let folder = try TemporaryFolder()
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/null")
    let run = try CommandRun(
      ["classify", fixture.talks, "--model", fixture.model, "-o", "link"], in: folder.path)
    #expect(run.status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/dev/null")
    #expect(try folder.names() == ["link"])
  }

  @Test("a named pipe is written to, not replaced", .timeLimit(.minutes(10)))
  func namedPipe() throws {
    let folder = try TemporaryFolder()
    let run = try shell(
      "mkfifo p; cat p & \"$0\" classify \"$1\" --model \"$2\" -o p; wait; test -p p",
      in: folder.path)
    #expect(run.status == 0)
    #expect(run.lines.count == 19)
  }
}
