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
      try folder.names(in: "model")
        == ["lexicon.tsv", "model.json", "weights.safetensors"])
  }

  private static let review =
    [
      "review", "talks.jsonl", "--labels", "labels.jsonl", "--add", "corrections.jsonl", "-o",
      "model", "--labels-output", "labels.jsonl",
    ] + training

  /// Labels and the hash of the model learned from them.
  private struct State: Equatable {
    var labels: String
    var hash: String
  }

  private func state() throws -> State {
    State(labels: try folder.text(of: "labels.jsonl"), hash: try hash())
  }

  /// Labels and model before corrections are taken in.
  private func makeOld() throws {
    try folder.write(#"{"id":"t01","labels":{"depth":"basic"}}"# + "\n", to: "labels.jsonl")
    let run = try CommandRun(
      ["train", "talks.jsonl", "-o", "model", "--no-validation"] + Self.training, in: folder.path)
    #expect(run.status == 0)
  }

  private static let staleNote =
    "shogen: note: the model in model was learned from other talks or labels than those read; "
    + "it is replaced\n"

  @Test(
    "review --add never leaves a model that knows more than its labels", .timeLimit(.minutes(10)))
  func review() throws {
    try makeOld()
    let old = try state()
    let whole = try CommandRun(Self.review, in: folder.path)
    #expect(whole.status == 0)
    #expect(whole.errors == "model written to model\n")
    let new = try state()
    #expect(new.labels != old.labels)
    #expect(new.hash != old.hash)
    try makeOld()
    try killAtTwentyMoments(
      Self.review, watching: ["labels.jsonl.partial", "model/model.json.partial"]
    ) {
      let found = try state()
      #expect(
        found == old || found == new || found == State(labels: new.labels, hash: old.hash))
      if found != old { try makeOld() }
    }
    #expect(try CommandRun(Self.review, in: folder.path).status == 0)
    #expect(try state() == new)
  }

  @Test("review --add that was stopped between labels and model is told of and caught up with")
  func between() throws {
    try makeOld()
    let old = try state()
    // Who writes a model waits for whoever has its folder.
    let lock = open(folder.path + "/model", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    #expect(flock(lock, LOCK_EX) == 0)
    let running = try RunningCommand(Self.review, in: folder.path)
    #expect(try running.wait { try folder.text(of: "labels.jsonl") != old.labels })
    #expect(running.end(by: SIGKILL) == -SIGKILL)
    close(lock)
    let found = try state()
    #expect(found.labels.contains(#"{"id":"t07","labels":{"depth":"basic","#))
    #expect(found.hash == old.hash)
    for note in [Self.staleNote, ""] {
      let again = try CommandRun(Self.review, in: folder.path)
      #expect(again.status == 0)
      #expect(again.errors == note + "model written to model\n")
      #expect(try state().labels == found.labels)
      #expect(try hash() != old.hash)
    }
    // As if it had never been stopped.
    let again = try hash()
    try makeOld()
    #expect(try CommandRun(Self.review, in: folder.path).status == 0)
    #expect(try state() == State(labels: found.labels, hash: again))
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
