import Shogen
import TestSupport
import Testing

@testable import Tokenization

@Suite("Lexicon files")
struct LexiconTests {
  struct BadFile: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var reason: LexiconError.Reason
    var message: String

    var testDescription: String { message }
  }

  static let badFiles = [
    BadFile(
      text: "word\tvariants\n障害\t\n", line: 1, reason: .noTermColumn,
      message:
        "line 1: the header has no column 'term'; begin the file with term<TAB>variants<TAB>axis<TAB>pole<TAB>weight"
    ),
    BadFile(
      text: "\n# terms\nTerm\n", line: 3, reason: .noTermColumn,
      message:
        "line 3: the header has no column 'term'; begin the file with term<TAB>variants<TAB>axis<TAB>pole<TAB>weight"
    ),
    BadFile(
      text: "term\tvariants\n障害\t\n\tインシデント\n", line: 3, reason: .emptyTerm,
      message: "line 3: the term is empty; fill it or remove the line"),
    BadFile(
      text: "term\taxis\tpole\n障害\tdepth\t\n", line: 2, reason: .axisWithoutPole,
      message: "line 2: axis and pole go together; fill both or neither"),
    BadFile(
      text: "term\taxis\tpole\r\n\r\n障害\t\tbasic\r\n", line: 3, reason: .axisWithoutPole,
      message: "line 3: axis and pole go together; fill both or neither"),
  ]

  @Test("that are bad are refused with line, reason and remedy", arguments: badFiles)
  func badFile(_ file: BadFile) {
    expectFailure(file)
  }

  @Test(
    "with a weight outside 0...1 are refused",
    arguments: ["1.1", "-0.1", "nan", "inf", "high", " 1"])
  func badWeight(_ weight: String) {
    expectFailure(
      BadFile(
        text: "term\taxis\tpole\tweight\n障害\tdepth\tbasic\t\(weight)", line: 2,
        reason: .badWeight(weight),
        message:
          "line 2: weight '\(weight)' is no number from 0 to 1; mend it or leave it empty for 1"))
  }

  @Test("may have columns in any order, comments, empty lines and short lines")
  func columns() throws {
    let text = """
      # hand-made

      pole\tnote\tterm\tweight\taxis\tvariants
      basic\tx\t障害\t0.25\tdepth\tインシデント|事故
      # \t\t
      \t\t監視
      advanced\t\teBPF\t\tdepth
      """
    let lexicon = try Lexicon(tabSeparated: text)
    #expect(
      lexicon.entries == [
        LexiconEntry(
          term: "障害", variants: ["インシデント", "事故"],
          hints: [.init(axis: "depth", pole: "basic", weight: 0.25)]),
        LexiconEntry(term: "監視"),
        LexiconEntry(term: "eBPF", hints: [.init(axis: "depth", pole: "advanced", weight: 1)]),
      ])
  }

  @Test("join the lines of one term")
  func severalLines() throws {
    let text =
      "term\tvariants\taxis\tpole\tweight\r\nSRE\tエスアールイー\tdepth\tbasic\t0\r\n監視\r\nSRE\t\tscope\tindependent\t1\r\n"
    #expect(
      try Lexicon(tabSeparated: text).entries == [
        LexiconEntry(
          term: "SRE", variants: ["エスアールイー"],
          hints: [
            .init(axis: "depth", pole: "basic", weight: 0),
            .init(axis: "scope", pole: "independent", weight: 1),
          ]),
        LexiconEntry(term: "監視"),
      ])
  }

  @Test("without a line give an empty lexicon", arguments: ["", "\n\n", "# nothing\n", "term\n"])
  func empty(text: String) throws {
    #expect(try Lexicon(tabSeparated: text).entries.isEmpty)
  }

  @Test(
    "may end lines in any way", arguments: ["\n", "\r\n", "\r", "\u{0B}", "\u{85}", "\u{2028}"])
  func lineEnds(end: String) throws {
    let lines = ["term\tvariants", "計画", "", "# 注", "障害\t故障|不具合", "\u{3000}", "監視 \u{301}"]
    let lexicon = try Lexicon(tabSeparated: lines.joined(separator: end))
    #expect(lexicon.entries.map(\.term) == ["計画", "障害", "監視 \u{301}"])
    #expect(lexicon.entries.map(\.variants) == [[], ["故障", "不具合"], []])
  }

  @Test("are written as they are read")
  func written() throws {
    let lexicon = Lexicon(entries: [
      LexiconEntry(
        term: "SRE", variants: ["a", "b c"],
        hints: [
          .init(axis: "depth", pole: "basic", weight: 0.1),
          .init(axis: "scope", pole: "independent", weight: 1),
        ]),
      LexiconEntry(term: "監視"),
    ])
    let text =
      "term\tvariants\taxis\tpole\tweight\nSRE\ta|b c\tdepth\tbasic\t0.1\nSRE\t\tscope\tindependent\t1.0\n監視\t\t\t\t\n"
    #expect(lexicon.tabSeparated == text)
    #expect(try Lexicon(tabSeparated: text) == lexicon)
  }

  @Test("that are shipped survive a round trip")
  func shipped() throws {
    let lexicon = try Lexicon(contentsOf: Repository.path("Corpora/lexicons/sre.tsv"))
    #expect(lexicon.entries.count > 100)
    #expect(lexicon.entries.contains { $0.hints.count == 2 })
    #expect(try Lexicon(tabSeparated: lexicon.tabSeparated) == lexicon)
  }

  private func expectFailure(_ file: BadFile) {
    let error = #expect(throws: LexiconError.self) { try Lexicon(tabSeparated: file.text) }
    #expect(error?.line == file.line)
    #expect(error?.reason == file.reason)
    #expect(error?.description == file.message)
  }
}
