import TestSupport
import Testing

@Suite("shogen classify --undecided-below")
struct UndecidedTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  private func classify(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(["classify", fixture.talks, "--model", fixture.model] + arguments)
  }

  @Test("leaves axes undecided exactly where their pole is less probable")
  func bands() throws {
    for threshold in [0.0, 0.5, 0.7, 0.8, 1] {
      let run = try classify(["--format", "jsonl", "--undecided-below", "\(threshold)"])
      #expect(run.status == 0)
      #expect(run.lines.count == 12)
      for line in run.lines {
        let object = try jsonObject(line)
        let axes = try #require(object["axes"] as? [String: [String: Any]])
        let wanted = try ["depth", "scope"].filter { axis in
          try #require(axes[axis]?["probability"] as? Double) < threshold
        }
        #expect(object["undecided"] as? [String] ?? [] == wanted)
        #expect((object["quadrant"] as? String == nil) == !wanted.isEmpty)
      }
    }
  }

  @Test("changes nothing by default, and everything stays within 80 columns")
  func table() throws {
    let plain = try classify([])
    #expect(try classify(["--undecided-below", "0"]).output == plain.output)
    let undecided = try classify(["--undecided-below", "1"])
    #expect(undecided.status == 0)
    #expect(undecided.output != plain.output)
    for line in plain.lines + undecided.lines { #expect(TerminalWidth.of(line) <= 80) }
    #expect(undecided.output.contains("undecided"))
  }

  @Test("leaves the quadrant's column empty in CSV")
  func csv() throws {
    let run = try classify(["--format", "csv", "--undecided-below", "1"])
    #expect(run.status == 0)
    let header = try #require(run.lines.first).split(separator: ",").map(String.init)
    let column = try #require(header.firstIndex(of: "quadrant"))
    for line in run.lines.dropFirst() {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false)[column] == "")
    }
  }

  @Test("decides for a wanted error rate by the threshold that the model promises")
  func errorRate() throws {
    let loose = try classify(["--error-rate", "1", "--format", "jsonl"])
    #expect(loose.status == 0)
    #expect(loose.errors == "")
    #expect(loose.output == (try classify(["--format", "jsonl"])).output)
    let strict = try classify(["--error-rate", "0.01", "--format", "jsonl"])
    #expect(strict.status == 0)
    #expect(
      strict.errors.hasPrefix(
        "shogen: note: axis 'depth': no probability keeps errors below 1.0 %, "
          + "so all talks are undecided on it; "))
    for line in strict.lines {
      #expect(try jsonObject(line)["undecided"] as? [String] == ["depth", "scope"])
    }
  }

  @Test("map and compare take an error rate too")
  func errorRateElsewhere() throws {
    func run(_ arguments: [String]) throws -> CommandRun {
      let run = try CommandRun(arguments + ["--model", fixture.model])
      #expect(run.status == 0)
      return run
    }
    // Labels would decide what the model does not.
    let bare = try TemporaryFolder()
    let talks = try bare.write(
      TinyCorpus.jsonLines.replacing(/,"labels":\{[^}]*\}/, with: ""), to: "bare.jsonl")
    let map = ["map", talks, "--format", "mermaid"]
    let decided = try run(map + ["--error-rate", "1"])
    #expect(decided.output == (try run(map + ["--undecided-below", "0"])).output)
    #expect(decided.output.contains("横断的: 3\""))
    let undecided = try run(map + ["--error-rate", "0.01"])
    #expect(undecided.errors.contains("axis 'depth': no probability keeps errors below 1.0 %"))
    #expect(undecided.output.contains("基本的な技術 × 横断的: 0\""))
    let compare = ["compare", talks, talks]
    #expect(
      try run(compare + ["--error-rate", "1"]).output == (try run(compare)).output)
    #expect(
      try run(compare + ["--error-rate", "0.01"]).output
        == (try run(compare + ["--undecided-below", "1"])).output)
  }

  @Test("refuses an error rate where the model was never validated")
  func unvalidated() throws {
    let folder = try TemporaryFolder()
    try folder.write(TinyCorpus.jsonLines, to: "tiny.jsonl")
    let train = try CommandRun(
      ["train", "tiny.jsonl", "-o", "model", "--no-validation"] + LearningFixture.quick,
      in: folder.path)
    #expect(train.status == 0)
    let run = try CommandRun(
      ["classify", "tiny.jsonl", "--model", "model", "--error-rate", "0.2"], in: folder.path)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.errors
        == "shogen: error: axis 'depth': the model was trained without validation, so no "
        + "threshold is known to keep an error rate; train it without --no-validation or give "
        + "--undecided-below\n")
  }
}
