import TestSupport
import Testing

@Suite("shogen lexicon")
struct LexiconVerbTests {
  private static func run(
    _ verb: [String], talks: String = TinyCorpus.jsonLines
  ) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write(talks, to: "talks.jsonl")
    try folder.write(LearningFixture.lexicon, to: "lexicon.tsv")
    return try CommandRun(verb + LearningFixture.quick, in: folder.path)
  }

  @Test("compares hints with labels, within 80 columns")
  func report() throws {
    let run = try Self.run(
      ["lexicon", "talks.jsonl", "--lexicon", "lexicon.tsv", "--lexicon-strength", "2"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    for line in run.lines { #expect(TerminalWidth.of(line) <= 80) }
    #expect(run.lines[0].hasPrefix("term"))
    let rows = run.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(rows[1].prefix(5) == ["監視", "6", "basic", "6/6", "+2.00"])
    #expect(rows[2].prefix(5) == ["カーネル", "5", "advanced", "5/5", "+2.00"])
    #expect(rows[3].prefix(5) == ["eBPF", "4", "basic", "0/4", "+2.00"])
    #expect(rows[3].last == "conflict")
    #expect(rows[5].first == "チーム")
    #expect(
      run.lines.last
        == "hints right about 17 of 21 labels; 1 in conflict")
  }

  @Test("shows the prior as the weight where nothing is labelled")
  func noLabels() throws {
    let run = try Self.run(
      ["lexicon", "talks.jsonl", "--lexicon", "lexicon.tsv"], talks: LearningFixture.unlabelled)
    #expect(run.status == 0)
    let rows = run.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(rows[1] == ["監視", "6", "basic", "0/0", "+3.00", "+3.00"])
    #expect(run.lines.last?.contains("right about 0 of 0 labels; 0 in conflict") == true)
  }

  @Test("the model it compares with can be trained, without a label and with all of them")
  func trains() throws {
    for talks in [LearningFixture.unlabelled, TinyCorpus.jsonLines] {
      let run = try Self.run(
        ["train", "talks.jsonl", "--lexicon", "lexicon.tsv", "-o", "model"], talks: talks)
      #expect(run.status == 0)
      #expect(run.errors == "model written to model\n")
      #expect(run.output.contains("カーネル +"))
      #expect(run.output.contains("cross-validation") == (talks == TinyCorpus.jsonLines))
    }
  }

  @Test("tells of a lexicon that is not there")
  func missing() throws {
    let run = try Self.run(["lexicon", "talks.jsonl", "--lexicon", "gone.tsv"])
    #expect(run.status == 66)
    #expect(run.errors == "shogen: error: gone.tsv: no such lexicon; check the path\n")
  }
}
