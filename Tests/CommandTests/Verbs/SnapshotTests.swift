import TestSupport
import Testing

/// What each verb prints for the tiny corpus, as recorded.
@Suite("Recorded output")
struct SnapshotTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  @Test("of classify, without the lines after the map")
  func table() throws {
    let run = try CommandRun(["classify", fixture.talks, "--model", fixture.model])
    for line in run.lines { #expect(TerminalWidth.of(line) <= 80) }
    try Snapshot.expect(run.lines.prefix(19).joined(separator: "\n") + "\n", named: "table")
  }

  @Test("of evaluate, its axes")
  func evaluation() throws {
    let run = try CommandRun([
      "evaluate", fixture.talks, "--minimum-document-frequency", "1", "--repeats", "2",
      "--permutations", "9",
    ])
    let axes = try #require(run.output.range(of: "\nquadrant "))
    try Snapshot.expect(String(run.output[..<axes.lowerBound]), named: "evaluation")
  }

  @Test("of explain")
  func explanation() throws {
    let run = try CommandRun([
      "explain", fixture.talks, "--model", fixture.model, "--id", "t10",
    ])
    for line in run.lines { #expect(TerminalWidth.of(line) <= 80) }
    try Snapshot.expect(run.output, named: "explanation")
  }

  @Test("of model, without hash and versions")
  func model() throws {
    let run = try CommandRun(["model", fixture.model])
    let told = run.lines.prefix { !$0.hasPrefix("words are cut by ") }.dropLast()
    let lines = told.filter { !$0.hasPrefix("model ") && !$0.hasPrefix("Unicode ") }
    #expect(lines.count == told.count - 2)
    try Snapshot.expect(lines.joined(separator: "\n") + "\n", named: "model")
  }

  @Test("of keywords")
  func keywords() throws {
    let run = try CommandRun(["keywords", fixture.talks, "--top", "5"])
    try Snapshot.expect(run.output, named: "keywords")
  }
}
