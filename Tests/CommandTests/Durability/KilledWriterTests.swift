import Foundation
import Shogen
import TestSupport
import Testing

/// Commands that are killed while they write: what was there before stays whole.
@Suite("Killed while writing")
struct KilledWriterTests {
  let fixture: CommandFixture
  let folder: TemporaryFolder

  init() throws {
    fixture = try CommandFixture.shared()
    folder = try TemporaryFolder()
    try folder.write(TinyCorpus.jsonLines, to: "talks.jsonl")
    try folder.write(
      #"{"id":"t07","labels":{"depth":"basic"}}"# + "\n", to: "corrections.jsonl")
  }

  private static let training = [
    "--minimum-document-frequency", "1", "--repeats", "2", "--no-search", "--C", "3",
  ]

  /// Runs a command that writes a model, killed at twenty moments of a fixed seed: as
  /// soon as a file has so many bytes, or a random time later.
  private func killAtTwentyMoments(
    _ arguments: [String], watching names: [String], check: () throws -> Void
  ) throws {
    var generator = SeededGenerator(seed: 7)
    for moment in 0..<20 {
      let running = try RunningCommand(arguments, in: folder.path)
      let name = names[moment % names.count]
      _ = running.wait {
        FileManager.default.fileExists(atPath: folder.path + "/" + name)
      }
      usleep(UInt32.random(in: 0..<(moment < 10 ? 1500 : 20), using: &generator))
      running.end(by: SIGKILL)
      try check()
    }
  }

  private func hash() throws -> String {
    let run = try CommandRun(["model", "model"], in: folder.path)
    #expect(run.status == 0, "\(run.errors)")
    return String(run.lines.first ?? "")
  }

  @Test("train leaves the old model or the new one", .timeLimit(.minutes(10)))
  func train() throws {
    let arguments = ["train", "talks.jsonl", "-o"] + ["model"] + Self.training
    #expect(try CommandRun(arguments, in: folder.path).status == 0)
    let old = try hash()
    let others = ["train", "talks.jsonl", "-o", "new", "--no-validation"] + Self.training
    #expect(try CommandRun(others, in: folder.path).status == 0)
    let new = String(try CommandRun(["model", "new"], in: folder.path).lines[0])
    #expect(old != new)
    try killAtTwentyMoments(
      ["train", "talks.jsonl", "-o", "model", "--no-validation"] + Self.training,
      watching: [
        "model/weights.safetensors.partial", "model/lexicon.tsv.partial",
        "model/model.json.partial",
      ]
    ) {
      let found = try hash()
      #expect(found == old || found == new)
      if found == new { #expect(try CommandRun(arguments, in: folder.path).status == 0) }
    }
    #expect(try CommandRun(arguments, in: folder.path).status == 0)
    #expect(try hash() == old)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/model").sorted()
        == ["lexicon.tsv", "model.json", "weights.safetensors"])
  }

  @Test("review --add leaves the old labels or the new ones", .timeLimit(.minutes(10)))
  func review() throws {
    let arguments =
      [
        "review", "talks.jsonl", "--add", "corrections.jsonl", "-o", "model", "--labels-output",
        "labels.jsonl",
      ] + Self.training
    let old = #"{"id":"t01","labels":{"depth":"basic"}}"# + "\n"
    #expect(try CommandRun(arguments, in: folder.path).status == 0)
    let new = try folder.text(of: "labels.jsonl")
    #expect(new != old)
    try folder.write(old, to: "labels.jsonl")
    try killAtTwentyMoments(
      arguments,
      watching: ["labels.jsonl.partial", "model/model.json.partial"]
    ) {
      let found = try folder.text(of: "labels.jsonl")
      #expect(found == old || found == new)
      if found == new { try folder.write(old, to: "labels.jsonl") }
      _ = try hash()
    }
    #expect(try CommandRun(arguments, in: folder.path).status == 0)
    #expect(try folder.text(of: "labels.jsonl") == new)
  }

  @Test("ingest and map leave the old file, and a signal takes the partial one away")
  func signalled() throws {
    try folder.write("old", to: "out")
    try folder.write(
      String(repeating: TinyCorpus.jsonLines, count: 400), to: "many.jsonl")
    for signal in [SIGTERM, SIGKILL] {
      let running = try RunningCommand(
        ["ingest", "many.jsonl", "-o", "out", "--workers", "1"], in: folder.path)
      #expect(running.wait { RunningCommand.byteCount(of: folder.path + "/out.partial") > 0 })
      #expect(running.end(by: signal) == -signal)
      #expect(try folder.text(of: "out") == "old")
      #expect(
        FileManager.default.fileExists(atPath: folder.path + "/out.partial") == (signal == SIGKILL))
      #expect(
        running.errors == (signal == SIGKILL ? "" : "shogen: error: interrupted by signal 15\n"))
    }
    #expect(
      try CommandRun(["ingest", "many.jsonl", "-o", "out"], in: folder.path).status == 0)
    #expect(try folder.text(of: "out").split(separator: "\n").count == 4800)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.partial"))
  }
}
