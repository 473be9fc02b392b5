import Foundation
import TestSupport
import Testing

@Suite("shogen evaluate")
struct EvaluateTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  private static let quick = [
    "--minimum-document-frequency", "1", "--repeats", "2", "--permutations", "3",
  ]

  @Test("cross-validates by default, with figures beside baselines")
  func crossValidated() throws {
    let run = try CommandRun(["evaluate", fixture.talks] + Self.quick)
    #expect(run.status == 0)
    #expect(run.errors == "")
    let lines = run.lines
    #expect(
      lines[0] == "2 × stratified 5-fold cross-validation, seed 2024; 95 % bootstrap intervals"
        + " over talks")
    for start in ["depth ", "scope ", "quadrant "] {
      let heading = try #require(lines.first { $0.hasPrefix(start) })
      #expect(heading.contains("95 % interval  majority  shuffled"))
    }
    #expect(lines.count { $0.hasPrefix("accuracy") } == 3)
    #expect(lines.count { $0.hasPrefix("macro-F1") } == 3)
    #expect(lines.count { $0.hasPrefix("ROC-AUC") } == 2)
    #expect(lines.count { $0.hasPrefix("log loss") } == 2)
    #expect(lines.count { $0.hasPrefix("caution: ") } == 2)
  }

  @Test("gives JSON of the same figures, whatever the number of workers")
  func json() throws {
    let runs = try ["1", "4"].map { workers in
      try CommandRun(
        ["evaluate", fixture.talks, "--format", "json", "--workers", workers] + Self.quick)
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].output == runs[1].output)
    let report = try jsonObject(runs[0].output)
    #expect(Set(report.keys) == ["procedure", "axes", "quadrant", "cautions"])
    let axes = try #require(report["axes"] as? [[String: Any]])
    #expect(axes.map { $0["axis"] as? String } == ["depth", "scope"])
    for axis in axes {
      #expect(axis["support"] as? [Int] == [6, 6])
      let confusion = try #require(axis["confusion"] as? [[Double]])
      #expect(abs(confusion.joined().reduce(0, +) - 12) < 1e-9)
      for figure in ["accuracy", "macroF1", "rocAUC", "logLoss"] {
        let estimate = try #require(axis[figure] as? [String: Double])
        let (low, high) = (try #require(estimate["low"]), try #require(estimate["high"]))
        #expect((low...high).contains(try #require(estimate["value"])))
      }
      let majority = try #require(axis["majority"] as? [String: Any])
      #expect(majority["accuracy"] as? Double == 0.5)
      let permutation = try #require(axis["permutation"] as? [String: Any])
      #expect(permutation["count"] as? Int == 3)
    }
    let quadrant = try #require(report["quadrant"] as? [String: Any])
    #expect(quadrant["support"] as? [Int] == [3, 3, 3, 3])
  }

  @Test("judges a model on held-out talks, those with a label")
  func heldOut() throws {
    // One talk of each axis is labelled wrongly, and one talk not at all.
    let input = """
      {"id":"1","title":"監視の基本","labels":{"depth":"basic","scope":"cross-cutting"}}
      {"id":"2","title":"全社の横断組織","text":"手順書","labels":{"depth":"advanced","scope":"cross-cutting"}}
      {"id":"3","title":"カーネル解析の最適化","labels":{"depth":"advanced"}}
      {"id":"4","title":"カーネル"}
      """
    let run = try CommandRun(
      [
        "evaluate", "-", "--model", fixture.model, "--format", "json", "--permutations", "0",
      ], input: input)
    #expect(run.status == 0)
    let report = try jsonObject(run.output)
    let procedure = try #require(report["procedure"] as? String)
    #expect(procedure.hasPrefix("held-out talks, scored by a fixed model;"))
    let axes = try #require(report["axes"] as? [[String: Any]])
    #expect(axes.map { $0["support"] as? [Int] } == [[1, 2], [0, 2]])
    // 1 is basic as labelled, 2 is basic though labelled advanced, 3 is advanced.
    #expect(axes[0]["confusion"] as? [[Double]] == [[1, 0], [1, 1]])
    #expect(axes[1]["confusion"] as? [[Double]] == [[0, 0], [1, 1]])
    #expect(axes[0]["permutation"] == nil)
  }

  @Test("refuses to judge a model on talks without labels")
  func noLabels() throws {
    let run = try CommandRun(
      ["evaluate", "-", "--model", fixture.model], input: #"{"title":"監視"}"#)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.errors == "shogen: error: no talk has a label on axis 'depth, scope'; "
        + "label talks of at least two poles, two or more each\n")
  }
}
