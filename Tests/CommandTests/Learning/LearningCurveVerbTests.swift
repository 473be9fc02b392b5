import Foundation
import TestSupport
import Testing

@Suite("shogen evaluate --learning-curve")
struct LearningCurveVerbTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  private func curve(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(
      ["evaluate", fixture.talks, "--draws", "3"] + LearningFixture.quick + arguments)
  }

  @Test("prints a row an axis and size, within 80 columns")
  func text() throws {
    let run = try curve(["--learning-curve", "4,8,500"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.lines.count == 5)
    #expect(
      run.lines.dropFirst().map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == ["depth 4", "depth 8", "scope 4", "scope 8"])
    for line in run.lines { #expect(TerminalWidth.of(line) <= 80) }
  }

  @Test("gives JSON of the same figures, whatever the number of workers")
  func json() throws {
    let runs = try ["1", "2"].map {
      try curve(["--learning-curve", "6", "--format", "json", "--workers", $0])
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].output == runs[1].output)
    let points = try #require(
      try JSONSerialization.jsonObject(with: Data(runs[0].output.utf8)) as? [[String: Any]])
    #expect(points.map { $0["axis"] as? String } == ["depth", "scope"])
    for point in points {
      #expect(point["labels"] as? Int == 6)
      #expect((0...1).contains(try #require(point["accuracy"] as? Double)))
      #expect((0...1).contains(try #require(point["macroF1"] as? Double)))
    }
  }

  @Test("says so where no size leaves talks to judge on")
  func nothing() throws {
    let run = try curve(["--learning-curve", "12,500"])
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.errors
        == "shogen: error: no size of --learning-curve leaves labelled talks to judge on; "
        + "give smaller ones\n")
  }
}
