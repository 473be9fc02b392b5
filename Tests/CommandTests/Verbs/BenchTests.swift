import Foundation
import TestSupport
import Testing

@Suite("shogen bench")
struct BenchTests {
  @Test("measures each stage and number of workers, with a checksum that never changes")
  func checksum() throws {
    let fixture = try CommandFixture.shared()
    let runs = try ["1", "3", "3"].map { workers in
      try CommandRun([
        "bench", fixture.talks, "--model", fixture.model, "--rounds", "1", "--seconds", "0.01",
        "--workers", workers,
      ])
    }
    #expect(runs.map(\.status) == [0, 0, 0])
    #expect(runs.map(\.errors) == ["", "", ""])
    let stages = runs[1].lines.map { line in
      line.split(separator: "  ", maxSplits: 1).first.map(String.init) ?? ""
    }
    #expect(
      stages.dropFirst().prefix(9) == [
        "JSON line → talk", "cut words, ICU's iterator", "cut words, tables", "tokenize",
        "tokenize, features", "scoring alone", "talk → JSON line",
        "talk → JSON line", "talk → JSON line",
      ])
    #expect(runs[0].lines.count { $0.hasPrefix("talk → JSON line") } == 1)
    let sums = runs.map { $0.lines.dropLast().last ?? "" }
    #expect(sums[0].hasPrefix("12 talks, 826 bytes of UTF-8, 93 words; checksum "))
    #expect(sums[0].count == "12 talks, 826 bytes of UTF-8, 93 words; checksum ".count + 16)
    #expect(sums[1] == sums[0])
    #expect(sums[2] == sums[0])
    for run in runs {
      let comparison = try #require(run.lines.last)
      #expect(comparison.hasPrefix("tables cut words "))
      #expect(
        comparison.hasSuffix(" pieces of normalized and plain text, no block cut otherwise"))
    }
  }

  @Test("reads every slide back from each kind of page it writes")
  func ingestion() throws {
    let run = try CommandRun([
      "bench", "--ingestion", "Corpora/fictional-sre-talks", "--rounds", "1", "--seconds", "0.001",
    ])
    #expect(run.status == 0)
    let rows = run.lines.map {
      $0.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let slides = Dictionary(
      rows.filter { $0.count > 3 }.map { ($0[0], $0[1]) }, uniquingKeysWith: { one, _ in one })
    let counts = [
      "Speaker Deck, numbered", "Speaker Deck player", "Google Slides", "transcript", "Markdown",
      "HTML", "transcript in mojibake", "talk JSONL", "talk JSONL by Foundation",
    ].map { slides[$0] }
    #expect(Set(counts) == [slides["transcript"]])
    #expect(slides["transcript"] == "1,913")
  }
}
