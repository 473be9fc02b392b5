import Features
import Talks
import TestSupport
import Testing
import Tokenization
import Training

@testable import Comparison

@Suite("Term contrasts")
struct TermContrastsTests {
  static func frequencies(_ texts: [String]) throws -> TermFrequencies {
    try TermFrequencies(
      talks: texts.enumerated().map { Talk(id: "\($0)", title: "", text: $1) },
      counter: TermCounter(
        tokenizer: Tokenizer(), settings: FeatureSettings(usesPairs: false, titleWeight: 1)))
  }

  static func contrast(_ word: String, _ contrasts: TermContrasts) throws -> TermContrast {
    try #require(contrasts.contrasts.first { $0.term.text == word })
  }

  @Test("have the log-odds and the error that the formula gives")
  func literal() throws {
    // 監視 3 of 6 words in the first group, 1 of 6 in the second; prior 0.5 of 1.5.
    let counted = try Self.frequencies([
      "監視 監視 障害", "監視 障害 警報", "監視 障害 警報", "障害 警報 警報",
    ])
    let contrast = try Self.contrast(
      "監視", TermContrasts(counted, first: [0, 1], second: [2, 3]))
    // ln(3.5 / 4) - ln(1.5 / 6)
    #expect(abs(contrast.logOdds - 1.252763) < 1e-6)
    // 1/3.5 + 1/1.5: the talks of each group differ less than single words would.
    #expect(abs(contrast.standardError - 0.975900) < 1e-6)
    #expect(contrast.counts == Sides(3, 1))
    #expect(contrast.talkCounts == Sides(2, 1))
    #expect(abs(contrast.z - 1.252763 / 0.975900) < 1e-5)
    #expect(!contrast.isClear)
  }

  @Test("take one talk's habit for one talk's habit")
  func burst() throws {
    let words = ["障害 警報 当番 手順 復旧 通知 負荷 試験 構成 権限"]
    let plain = Array(repeating: words[0], count: 10)
    var habit = plain
    habit[0] += String(repeating: " 監視", count: 20)
    let spread = plain.map { $0 + " 監視 監視" }
    let second = plain + ["監視 " + words[0]]
    let rows = (first: Array(0..<10), second: Array(10..<21))
    let one = TermContrasts(
      try Self.frequencies(habit + second), first: rows.first, second: rows.second)
    let all = TermContrasts(
      try Self.frequencies(spread + second), first: rows.first, second: rows.second)
    let (burst, use) = (try Self.contrast("監視", one), try Self.contrast("監視", all))
    #expect(burst.counts == use.counts)
    #expect(burst.logOdds == use.logOdds)
    #expect(burst.standardError > 1.4 * use.standardError)
    #expect(use.isClear)
    #expect(all.ofFirst(1).map(\.term.text) == ["監視"])
    #expect(!one.ofFirst(99).contains { $0.term.text == "監視" })
  }

  @Test("turn their sign with the groups")
  func symmetry() throws {
    let counted = try Self.frequencies(TinyCorpus.talks.map { $0.slides[0].text })
    let one = TermContrasts(counted, first: Array(0..<6), second: Array(6..<12)).contrasts
    let other = TermContrasts(counted, first: Array(6..<12), second: Array(0..<6)).contrasts
    #expect(!one.isEmpty)
    for contrast in one {
      let back = try #require(other.first { $0.term == contrast.term })
      #expect(abs(contrast.logOdds + back.logOdds) < 1e-12)
      #expect(contrast.standardError == back.standardError)
    }
  }

  @Test("leave out what one talk alone has, and find nothing in nothing")
  func rareAndEmpty() throws {
    let counted = try Self.frequencies(["監視 孤独 孤独 孤独", "監視 障害", "監視 障害", ""])
    let contrasts = TermContrasts(counted, first: [0, 1], second: [2, 3])
    #expect(!contrasts.contrasts.contains { $0.term.text == "孤独" })
    #expect(contrasts.contrasts.contains { $0.term.text == "障害" })
    for contrast in TermContrasts(counted, first: [0, 1, 2], second: [3]).contrasts {
      #expect(contrast.z.isFinite)
    }
    #expect(TermContrasts(counted, first: [], second: []).contrasts.isEmpty)
    #expect(try TermContrasts(Self.frequencies([]), first: [], second: []).contrasts.isEmpty)
  }

  @Test("of random halves of one body are mostly unclear")
  func noise() throws {
    let counted = try Self.frequencies(
      FixtureTexts.decks.map { talk in
        talk.slides.map(\.text).joined(separator: "\n")
      })
    let rows = Array(0..<counted.rows.count)
    let contrasts = TermContrasts(
      counted, first: rows.filter { $0.isMultiple(of: 2) },
      second: rows.filter { !$0.isMultiple(of: 2) }
    ).contrasts
    let clear = contrasts.count { $0.isClear }
    #expect(contrasts.count > 1000)
    #expect(Double(clear) < 0.05 * Double(contrasts.count))
  }

  @Test("of a random fifth of one body against the rest pass no false discovery rate")
  func smallPart() throws {
    let counted = try Self.frequencies(
      FixtureTexts.decks.map { $0.slides.map(\.text).joined(separator: "\n") })
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<4 {
      let order = generator.permutation(counted.rows.count)
      let contrasts = TermContrasts(
        counted, first: Array(order.prefix(24)), second: Array(order.dropFirst(24))
      ).contrasts
      let rates = BodyComparison.falseDiscoveryRates(contrasts.map(\.z))
      #expect(rates.count > 1000)
      #expect(!rates.contains { $0 <= 0.05 })
      for tail in [contrasts.count { $0.z > 1.96 }, contrasts.count { $0.z < -1.96 }] {
        #expect(Double(tail) < 0.03 * Double(contrasts.count))
      }
    }
  }
}
