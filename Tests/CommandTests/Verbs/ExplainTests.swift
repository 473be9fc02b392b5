import Foundation
import TestSupport
import Testing

@Suite("shogen explain")
struct ExplainTests {
  let fixture: CommandFixture

  init() throws { fixture = try CommandFixture.shared() }

  @Test("gives contributions that add up to the score classify gives")
  func contributionsSum() throws {
    for talk in TinyCorpus.talks {
      let explained = try CommandRun([
        "explain", fixture.talks, "--model", fixture.model, "--id", talk.id, "--format", "json",
      ])
      #expect(explained.status == 0)
      let object = try jsonObject(explained.output)
      #expect(object["id"] as? String == talk.id)
      let axes = try #require(object["axes"] as? [[String: Any]])
      #expect(axes.map { $0["axis"] as? String } == ["depth", "scope"])
      for axis in axes {
        let terms = try #require(axis["terms"] as? [[String: Any]])
        let contributions = terms.compactMap { $0["contribution"] as? Double }
        let intercept = try #require(axis["intercept"] as? Double)
        let score = try #require(axis["score"] as? Double)
        #expect(contributions.count == terms.count && !terms.isEmpty)
        #expect(abs(intercept + contributions.reduce(0, +) - score) < 1e-6)
        #expect(contributions.map(abs) == contributions.map(abs).sorted(by: >))
      }
    }
  }

  @Test("gives the score that classify gives")
  func sameScore() throws {
    let explained = try CommandRun([
      "explain", fixture.talks, "--model", fixture.model, "--id", "t10", "--format", "json",
    ])
    let classified = try CommandRun([
      "classify", fixture.talks, "--model", fixture.model, "--format", "jsonl",
    ])
    let axes = try #require(try jsonObject(explained.output)["axes"] as? [[String: Any]])
    let places = try #require(
      try jsonObject(classified.lines[9])["axes"] as? [String: [String: Any]])
    #expect(axes[0]["score"] as? Double == places["depth"]?["score"] as? Double)
    #expect(axes[1]["score"] as? Double == places["scope"]?["score"] as? Double)
  }

  @Test("points at the bytes of the original text where a term stands")
  func places() throws {
    let run = try CommandRun(
      ["explain", "-", "--model", fixture.model, "--format", "json"],
      input: #"{"id":"x","title":"題","slides":[{"number":4,"text":"社名\nＳＬＯと監視"}]}"#)
    let axes = try #require(try jsonObject(run.output)["axes"] as? [[String: Any]])
    let terms = try #require(axes[0]["terms"] as? [[String: Any]])
    let term = try #require(terms.first { $0["term"] as? String == "slo" })
    // 社名 and the line end are 7 bytes, a full-width letter is 3.
    #expect(term["slide"] as? Int == 4)
    #expect(term["start"] as? Int == 7)
    #expect(term["end"] as? Int == 16)
    #expect(term["excerpt"] as? String == "ＳＬＯと監視")
  }

  @Test("shows the strongest terms and the sum of the others, in 80 columns")
  func text() throws {
    let run = try CommandRun([
      "explain", fixture.talks, "--model", fixture.model, "--id", "t04", "--top", "3",
    ])
    #expect(run.status == 0)
    #expect(run.lines[0] == "t04  全社の障害対応")
    #expect(run.lines.count { $0.hasSuffix("others") } == 2)
    let headings = run.lines.indices.filter { run.lines[$0].hasPrefix("  push  toward") }
    #expect(headings.count == 2)
    for line in run.lines { #expect(TerminalWidth.of(line) <= 80) }
  }

  @Test("needs no id for a single talk and takes none of several")
  func idOfOne() throws {
    let one = try CommandRun(
      ["explain", "-", "--model", fixture.model], input: #"{"id":"x","title":"監視"}"#)
    #expect(one.status == 0)
    #expect(one.lines[0] == "x  監視")
    let several = try CommandRun(["explain", fixture.talks, "--model", fixture.model])
    #expect(several.status == 1)
    #expect(several.output == "")
    #expect(several.errors == "shogen: error: the input has 12 talks; say which with --id\n")
  }
}
