import Foundation
import TestSupport
import Testing

@Suite("shogen with talks without labels")
struct UnlabelledTests {
  private static let other = """
    {"id":"t01","title":"監視の基本","text":"手順書とrunbook","labels":{"topic":"sport"}}
    {"id":"v2","title":"監視の手順書","text":"runbookの基本"}
    {"id":"v3","title":"カーネル解析","text":"tracingの最適化"}
    {"id":"v4","title":"解析の最適化","text":"カーネルとtracing"}

    """

  @Test("trains on their words, whatever labels they have, and says so in the model")
  func train() throws {
    let folder = try TemporaryFolder()
    try folder.write(TinyCorpus.jsonLines, to: "tiny.jsonl")
    try folder.write(Self.other, to: "other.jsonl")
    let arguments =
      ["train", "tiny.jsonl", "--unlabelled", "other.jsonl", "--unlabelled-strength", "2"]
      + LearningFixture.quick
    let runs = try ["1", "3"].map {
      try CommandRun(arguments + ["-o", "model\($0)", "--workers", $0], in: folder.path)
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].errors == "model written to model1\n")
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].lines.contains("unlabelled  4 talks"))
    #expect(runs[0].lines.contains { $0.hasPrefix("  C = 100.0, unlabelled talks × 2.0") })
    for file in ["model.json", "weights.safetensors"] {
      #expect(try folder.bytes(of: "model1/" + file) == folder.bytes(of: "model3/" + file))
    }
    let words = try CommandRun(
      ["explain", "other.jsonl", "--id", "v3", "--model", "model1"], in: folder.path)
    #expect(words.output.contains("tracing"))
  }

  @Test("tells of those that cannot be read, and stops at them when strict")
  func failures() throws {
    let folder = try TemporaryFolder()
    try folder.write(TinyCorpus.jsonLines, to: "tiny.jsonl")
    try folder.write("{\"id\":\n", to: "bad.jsonl")
    let arguments =
      ["train", "tiny.jsonl", "-o", "model", "--no-validation"] + LearningFixture.quick
    let run = try CommandRun(arguments + ["--unlabelled", "bad.jsonl"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("shogen: error: bad.jsonl:1: "))
    #expect(run.errors.contains("shogen: note: no talk of --unlabelled could be read\n"))
    let strict = try CommandRun(
      arguments + ["--strict", "--unlabelled", "bad.jsonl"], in: folder.path)
    #expect(strict.status == 65)
    let missing = try CommandRun(arguments + ["--unlabelled", "gone.jsonl"], in: folder.path)
    #expect(missing.errors.hasPrefix("shogen: error: gone.jsonl: "))
    #expect(missing.status != 0)
  }
}
