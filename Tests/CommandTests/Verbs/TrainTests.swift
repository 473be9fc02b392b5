import Foundation
import TestSupport
import Testing

@Suite("shogen train")
struct TrainTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  @Test("prints what it learned on standard output and where it is on standard error")
  func report() throws {
    let run = fixture.training
    #expect(run.status == 0)
    #expect(run.errors == "model written to \(fixture.model)\n")
    #expect(run.lines[0].hasPrefix("model "))
    #expect(run.lines.contains("depth 技術の高度さ  trained on 6 basic, 6 advanced; 10 Newton steps"))
    #expect(run.lines.contains { $0.hasPrefix("    全社 +") })
    #expect(
      run.lines.contains {
        $0.hasPrefix("2 × stratified 5-fold cross-validation, seed 2024")
      })
    #expect(run.lines.contains("accuracy  1.000    1.000–1.000     0.500"))
  }

  @Test("makes the same model, byte for byte, whatever the number of workers")
  func reproducible() throws {
    let folder = try TemporaryFolder()
    for workers in ["1", "3"] {
      let run = try CommandRun(
        [
          "train", fixture.talks, "-o", workers, "--minimum-document-frequency", "1",
          "--repeats", "2", "--no-search", "--workers", workers,
        ], in: folder.path)
      #expect(run.status == 0)
      #expect(run.output == fixture.training.output)
      for file in ["model.json", "weights.safetensors", "lexicon.tsv"] {
        #expect(
          try folder.bytes(of: "\(workers)/\(file)") == fixture.folder.bytes(of: "model/\(file)"))
      }
    }
  }

  @Test("takes labels from a folder's labels.jsonl and from --labels, the last one winning")
  func labels() throws {
    let folder = try TemporaryFolder()
    for talk in TinyCorpus.talks {
      try folder.write(talk.title + "\n" + talk.slides[0].text, to: "talks/\(talk.id).txt")
    }
    try folder.write(Self.labelLines(), to: "talks/labels.jsonl")
    try folder.write(
      #"{"id":"t01","labels":{"depth":"advanced"}}"# + "\n"
        + #"{"id":"gone","labels":{"depth":"basic"}}"# + "\n", to: "more.jsonl")
    let run = try CommandRun(
      ["train", "talks", "--labels", "more.jsonl", "-o", "model", "--no-validation"],
      in: folder.path)
    #expect(run.status == 0)
    #expect(
      run.errors == """
        shogen: note: 1 labelled id(s) have no talk: gone
        shogen: note: 1 label(s) were replaced by later lines
        model written to model

        """)
    #expect(run.lines.contains { $0.contains("trained on 5 basic, 7 advanced;") })
    #expect(!run.output.contains("cross-validat"))
  }

  @Test("keeps lexicon terms whole and names them in the model")
  func lexicon() throws {
    let folder = try TemporaryFolder()
    try folder.write("term\tvariants\n手順書\t\n", to: "lexicon.tsv")
    let run = try CommandRun(
      [
        "train", fixture.talks, "--lexicon", "lexicon.tsv", "-o", "model", "--no-validation",
        "--no-pairs",
      ], in: folder.path)
    #expect(run.status == 0)
    #expect(run.lines.contains("lexicon     1 entries"))
    #expect(run.lines[1].hasSuffix(", 0 pairs, 1 keywords, 88 fragments)"))
    #expect(run.output.contains("手順書 +"))
    #expect(!run.output.contains("手順 +"))
  }

  @Test("learns from the talks it could read, and says so by its exit code")
  func someFailed() throws {
    let folder = try TemporaryFolder()
    let run = try CommandRun(
      ["train", "-", "-o", "model", "--no-validation"], input: TinyCorpus.jsonLines + "{bad\n",
      in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("shogen: error: -:13: not valid JSON; "))
    #expect(run.errors.hasSuffix("model written to model\n"))
  }

  private static func labelLines() -> String {
    TinyCorpus.talks.map { talk in
      let labels = talk.labels.sorted.map { #""\#($0.axis)":"\#($0.pole)""# }
      return #"{"id":"\#(talk.id)","labels":{\#(labels.joined(separator: ","))}}"# + "\n"
    }.joined()
  }
}
