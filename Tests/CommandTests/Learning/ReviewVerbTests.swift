import Foundation
import TestSupport
import Testing

@Suite("shogen review")
struct ReviewVerbTests {
  @Test("shows doubtful labels and talks to label, within 80 columns")
  func text() throws {
    let run = try LearningFixture.review([])
    #expect(run.status == 0)
    #expect(run.errors == "")
    let lines = run.lines
    #expect(lines[0].wholeMatch(of: /[1-9]\d* label\(s\) that the other talks would change/) != nil)
    #expect(lines[1].hasPrefix("label p  axis "))
    #expect(
      lines[2].split(separator: " ").dropFirst()
        == ["depth", "advanced", "basic", "t02", "オンコール入門"])
    #expect(lines.contains { $0.hasPrefix("bits") && $0.hasSuffix("talk to label next") })
    #expect(lines.suffix(2).contains { $0.hasSuffix("u1 監視とカーネル") })
    #expect(lines.suffix(2).contains { $0.hasSuffix("u2 全社の手順書") })
    for line in lines { #expect(TerminalWidth.of(line) <= 80) }
  }

  @Test("gives JSON lines of the same, whatever the number of workers")
  func jsonl() throws {
    let runs = try ["1", "3"].map {
      try LearningFixture.review(["--format", "jsonl", "--workers", $0])
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].output == runs[1].output)
    let objects = try runs[0].lines.map { try jsonObject($0) }
    let first = try #require(objects.first)
    #expect(first["kind"] as? String == "doubt")
    #expect(first["id"] as? String == "t02")
    #expect(first["label"] as? String == "advanced")
    #expect(first["suggested"] as? String == "basic")
    #expect(try #require(first["probability"] as? Double) < 0.5)
    let candidates = objects.filter { $0["kind"] as? String == "candidate" }
    #expect(Set(candidates.compactMap { $0["id"] as? String }) == ["u1", "u2"])
    #expect(candidates.first?["axes"] as? [String] == ["depth", "scope"])
    let cut = try LearningFixture.review(["--format", "jsonl", "--top", "1"])
    #expect(cut.lines.count == 2)
    #expect(try LearningFixture.review(["--format", "jsonl", "--top", "0"]).output == "")
  }

  @Test("takes corrections in, retrains, and says what changed and who moved")
  func add() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"id":"t02","labels":{"depth":"basic"}}
      {"id":"t01","labels":{"depth":"basic"}}
      {"id":"u2","labels":{"scope":"cross-cutting"}}
      {"id":"gone","labels":{"scope":"cross-cutting"}}

      """, to: "more.jsonl")
    let run = try LearningFixture.review(
      ["--add", "more.jsonl", "-o", "model", "--labels-output", "merged.jsonl"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.errors
        == "shogen: note: 1 corrected id(s) have no talk: gone\nmodel written to model\n")
    #expect(
      run.lines.prefix(3) == [
        "2 label(s) changed", "  t02  depth: advanced → basic",
        "  u2  scope: none → cross-cutting",
      ])
    #expect(run.lines[3].hasSuffix(" of 14 talks moved"))
    #expect(run.lines.contains { $0.hasPrefix("  t02  depth: advanced → basic  by ") })
    // The merged labels are those of the talks, corrected, and none is lost.
    let merged = String(decoding: try folder.bytes(of: "merged.jsonl"), as: UTF8.self)
      .split(separator: "\n")
    #expect(merged.count == 14)
    #expect(merged[1] == #"{"id":"t02","labels":{"depth":"basic","scope":"independent"}}"#)
    #expect(
      merged.suffix(2) == [
        #"{"id":"u2","labels":{"scope":"cross-cutting"}}"#,
        #"{"id":"gone","labels":{"scope":"cross-cutting"}}"#,
      ])
    // The model is the one that training on the merged labels gives.
    let train = try CommandRun(
      ["train", "talks.jsonl", "--labels", "more.jsonl", "-o", "again", "--no-validation"]
        + LearningFixture.quick, in: folder.path)
    #expect(train.status == 0)
    for file in ["model.json", "weights.safetensors"] {
      #expect(try folder.bytes(of: "model/" + file) == folder.bytes(of: "again/" + file))
    }
    let lines = try LearningFixture.review(
      ["--add", "more.jsonl", "-o", "model", "--format", "jsonl"], in: folder
    ).lines.map { try jsonObject($0) }
    #expect(lines.prefix(2).map { $0["kind"] as? String } == ["label", "label"])
    #expect(lines[0]["from"] as? String == "advanced")
    #expect(lines[1]["from"] is NSNull)
    for move in lines.dropFirst(2) {
      #expect(move["kind"] as? String == "move")
      #expect(!(try #require(move["terms"] as? [[String: Any]])).isEmpty)
    }
  }

  @Test("with corrections that change nothing moves nobody and still writes the model")
  func nothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"id":"t01","labels":{"depth":"basic"}}"# + "\n", to: "same.jsonl")
    let run = try LearningFixture.review(["--add", "same.jsonl", "-o", "model"], in: folder)
    #expect(run.status == 0)
    #expect(run.lines == ["0 label(s) changed", "0 of 14 talks moved"])
    #expect(try !folder.bytes(of: "model/weights.safetensors").isEmpty)
  }

  @Test("tells of bad and missing corrections by its exit code")
  func failures() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"id":"t02","labels":{"depth":"basic"}}"# + "\n"
        + #"{"id":"t03","labels":{"depth":"abyss"}}"# + "\n", to: "bad.jsonl")
    let some = try LearningFixture.review(["--add", "bad.jsonl", "-o", "model"], in: folder)
    #expect(some.status == 2)
    #expect(some.errors.hasPrefix("shogen: error: bad.jsonl:2: "))
    #expect(some.lines.first == "1 label(s) changed")
    let strict = try LearningFixture.review(
      ["--add", "bad.jsonl", "-o", "never", "--strict"], in: folder)
    #expect(strict.status == 65)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/never"))
    let missing = try LearningFixture.review(["--add", "gone.jsonl", "-o", "never"], in: folder)
    #expect(missing.status == 66)
    #expect(missing.output == "")
  }

  @Test("reviews talks that only the lexicon speaks of")
  func noLabels() throws {
    let folder = try TemporaryFolder()
    try folder.write(LearningFixture.lexicon, to: "lexicon.tsv")
    let run = try LearningFixture.review(
      ["--lexicon", "lexicon.tsv"], talks: LearningFixture.unlabelled, in: folder)
    #expect(run.status == 0)
    #expect(run.lines.first == "0 label(s) that the other talks would change")
    #expect(run.lines.count == 3 + 12)
  }

  @Test("keeps a hostile id and title on one line of 80 columns")
  func hostile() throws {
    let id = String(repeating: "長い", count: 30)
    let talks =
      TinyCorpus.jsonLines.replacing(#""t01""#, with: #""\#(id)""#)
      + #"{"id":"a\nb\u001b[2Jc","title":"\u202e監視\u0007"}"# + "\n"
    let run = try LearningFixture.review([], talks: talks)
    #expect(run.status == 0)
    #expect(
      !run.output.unicodeScalars.contains {
        $0.properties.generalCategory == .control && $0 != "\n"
      })
    #expect(!run.output.contains("\u{202E}"))
    #expect(run.lines.contains { $0.hasSuffix("a b [2Jc 監視") })
    for line in run.lines { #expect(TerminalWidth.of(line) <= 80) }
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"id":"a\nb\u001b[2Jc","labels":{"depth":"basic"}}"# + "\n", to: "more.jsonl")
    let add = try LearningFixture.review(
      ["--add", "more.jsonl", "-o", "model"], talks: talks, in: folder)
    #expect(add.lines[1] == "  a b [2Jc  depth: none → basic")
  }
}
