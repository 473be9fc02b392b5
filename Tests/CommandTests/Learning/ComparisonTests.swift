import TestSupport
import Testing

@Suite("shogen evaluate, comparing two ways")
struct ComparisonTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  @Test(
    "compares training with and without a part, on the same folds",
    arguments: [
      "lexicon", "vectors", "unlabelled", "pairs", "fragments", "title", "balance", "search",
    ])
  func parts(part: String) throws {
    let runs = try ["1", "3"].map { workers in
      try CommandRun(
        ["evaluate", fixture.talks, "--without", part, "--workers", workers]
          + LearningFixture.quick)
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].errors == "")
    #expect(runs[0].output == runs[1].output)
    let lines = runs[0].lines
    #expect(lines[0] == "A: without \(part)")
    #expect(lines[1] == "B: with \(part)")
    #expect(lines.count { $0.hasPrefix("accuracy") } == 2)
    #expect(lines.count { $0.contains("McNemar's exact p") } == 2)
    for line in lines.dropFirst(3) { #expect(TerminalWidth.of(line) <= 80) }
  }

  @Test("compares two models talk by talk, in text and JSON")
  func models() throws {
    let folder = try TemporaryFolder()
    let talks = TinyCorpus.jsonLines
    try folder.write(talks, to: "tiny.jsonl")
    let other = try CommandRun(
      ["train", "tiny.jsonl", "-o", "other", "--no-validation", "--C", "0.001", "--no-pairs"]
        + LearningFixture.quick, in: folder.path)
    #expect(other.status == 0)
    let arguments = [
      "evaluate", "tiny.jsonl", "--model", fixture.model, "--other-model", "other",
    ]
    let text = try CommandRun(arguments, in: folder.path)
    #expect(text.status == 0)
    #expect(text.lines[1] == "B: other")
    let json = try jsonObject(
      try CommandRun(arguments + ["--format", "json"], in: folder.path).output)
    let axes = try #require(json["axes"] as? [[String: Any]])
    #expect(axes.map { $0["axis"] as? String } == ["depth", "scope"])
    let figures = try #require(axes[0]["figures"] as? [[String: Any]])
    let loss = try #require(figures.first { $0["name"] as? String == "log loss" })
    #expect(try #require(loss["low"] as? Double) > 0)
    let difference = try #require(loss["difference"] as? Double)
    let (first, second) = (loss["first"] as? Double, loss["second"] as? Double)
    #expect(abs(try #require(second) - #require(first) - difference) < 1e-12)
  }

  @Test("refuses to compare models of other axes")
  func schemes() throws {
    let folder = try TemporaryFolder()
    try folder.write(TinyCorpus.jsonLines, to: "tiny.jsonl")
    try folder.write(
      #"{"axes":[{"id":"depth","name":"d","poles":[{"id":"basic","name":"b"},"#
        + #"{"id":"advanced","name":"a"}]},{"id":"scope","name":"s","poles":["#
        + #"{"id":"cross-cutting","name":"c"},{"id":"independent","name":"i"}]}]}"#,
      to: "scheme.json")
    let other = try CommandRun(
      ["train", "tiny.jsonl", "-o", "other", "--no-validation", "--scheme", "scheme.json"]
        + LearningFixture.quick, in: folder.path)
    #expect(other.status == 0)
    let run = try CommandRun(
      ["evaluate", "tiny.jsonl", "--model", fixture.model, "--other-model", "other"],
      in: folder.path)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("shogen: error: other: its axes and poles are not those of "))
  }

  @Test("leaves each talk out once, and one event at a time")
  func leaveOneOut() throws {
    let talks = try CommandRun(
      [
        "evaluate", fixture.talks, "--leave-one-out", "--permutations", "0",
        "--minimum-document-frequency", "1", "--no-search",
      ])
    #expect(talks.status == 0)
    #expect(talks.lines[0].hasPrefix("1 × leave-one-out of 12 talks, seed 2024"))
    let events = try CommandRun(
      [
        "evaluate", fixture.talks, "--leave-one-out", "--group", "speaker", "--permutations",
        "0", "--minimum-document-frequency", "1", "--no-search",
      ])
    #expect(events.lines[0].hasPrefix("1 × leave-one-out of 12 speakers"))
  }
}
