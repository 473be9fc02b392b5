import Shogen
import TestSupport
import Testing

@Suite("A lexicon beside labels")
struct LexiconReportTests {
  static let lexicon = Lexicon(entries: [
    LexiconEntry(term: "監視", hints: [.init(axis: "depth", pole: "basic", weight: 0.5)]),
    LexiconEntry(term: "カーネル", hints: [.init(axis: "depth", pole: "advanced", weight: 1)]),
    LexiconEntry(
      term: "eBPF",
      hints: [
        .init(axis: "depth", pole: "basic", weight: 1),
        .init(axis: "scope", pole: "independent", weight: 1),
        .init(axis: "nowhere", pole: "basic", weight: 1),
      ]),
    LexiconEntry(term: "全社"),
    LexiconEntry(
      term: "オブザーバビリティ", hints: [.init(axis: "depth", pole: "advanced", weight: 1)]),
  ])

  private static func report(
    _ talks: [Talk] = TinyCorpus.talks
  ) throws -> LexiconReport {
    var settings = TinyCorpus.settings
    settings.prior.lexicon = 2
    let knowledge = PriorKnowledge(lexicon: lexicon)
    let labelled = try LabelledTalks(
      talks: talks, scheme: .standard, knowledge: knowledge, settings: settings)
    return try LexiconReport(
      labelled, model: Trainer(settings: settings, knowledge: knowledge).train(on: labelled))
  }

  @Test("counts talks, labels and agreement as one does by hand")
  func counts() throws {
    let rows = try Self.report().rows
    #expect(rows.map(\.term) == ["監視", "カーネル", "eBPF", "eBPF", "全社", "オブザーバビリティ"])
    #expect(rows.map(\.axis) == ["depth", "depth", "depth", "scope", nil, "depth"])
    #expect(
      rows.map(\.pole) == ["basic", "advanced", "basic", "independent", nil, "advanced"])
    // 監視 is in t01–t06, カーネル in t07–t09, t11 and t12, eBPF in t07, t08, t10 and
    // t11, 全社 in t04–t06 and t10–t12.
    #expect(rows.map(\.talkCount) == [6, 5, 4, 4, 6, 0])
    #expect(rows.map(\.labelledCount) == [6, 5, 4, 4, 0, 0])
    #expect(rows.map(\.agreeingCount) == [6, 5, 0, 2, 0, 0])
    #expect(rows.map(\.isConflict) == [false, false, true, false, false, false])
    #expect(rows.map(\.priorWeight) == [1, 2, 2, 2, nil, 2])
  }

  @Test("shows what was learned toward the hinted pole")
  func learned() throws {
    let rows = try Self.report().rows
    #expect(try #require(rows[0].learnedWeight) > 1)
    #expect(try #require(rows[1].learnedWeight) > 2)
    // Labels pull against a hint that they contradict.
    #expect(try #require(rows[2].learnedWeight) < 2)
    #expect(rows[4].learnedWeight == nil)
    // No talk speaks of it: the prior stands.
    #expect(rows[5].learnedWeight == 2)
  }

  @Test("counts labels only where there are some")
  func partlyLabelled() throws {
    var talks = TinyCorpus.talks
    talks[0].labels["depth"] = nil
    talks[6].labels["depth"] = nil
    let rows = try Self.report(talks).rows
    #expect(rows.map(\.talkCount) == [6, 5, 4, 4, 6, 0])
    #expect(rows.map(\.labelledCount) == [5, 4, 3, 4, 0, 0])
    #expect(rows.map(\.agreeingCount) == [5, 4, 0, 2, 0, 0])
  }

  @Test("is a table within 80 columns that ends in its sums")
  func rendered() throws {
    let text = try Self.report().rendered()
    #expect(
      text.hasSuffix(
        "\n5 entries, 1 that no talk uses\nhints right about 13 of 19 labels; 1 in conflict\n"))
    let lines = text.split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines.allSatisfy { TerminalWidth.of($0) <= 80 })
    #expect(lines.count { $0.hasSuffix("conflict") && $0.hasPrefix("eBPF") } == 1)
    #expect(!text.contains("オブザーバビリティ"))
  }

  @Test("keeps its width whatever the terms and counts")
  func wide() throws {
    let term = String(repeating: "可観測性", count: 20)
    let scheme = try Scheme(axes: [
      Axis(
        id: "depth", name: "",
        poles: ["a-pole-with-a-very-long-name", "another-one"].map { Pole(id: $0, name: $0) })
    ])
    let lexicon = Lexicon(entries: [
      LexiconEntry(
        term: term, hints: [.init(axis: "depth", pole: scheme.axes[0].poles[0].id, weight: 1)])
    ])
    let talks = (0..<240).map { index in
      Talk(
        id: "\(index)", title: "", slides: [Slide(number: 1, text: term)],
        labels: ["depth": scheme.axes[0].poles[index % 3 == 0 ? 0 : 1].id])
    }
    var settings = TinyCorpus.settings
    settings.prior.lexicon = 20
    let knowledge = PriorKnowledge(lexicon: lexicon)
    let labelled = try LabelledTalks(
      talks: talks, scheme: scheme, knowledge: knowledge, settings: settings)
    let report = try LexiconReport(
      labelled, model: Trainer(settings: settings, knowledge: knowledge).train(on: labelled))
    #expect(report.rows.first?.agreeingCount == 80)
    for line in report.rendered().split(separator: "\n") { #expect(TerminalWidth.of(line) <= 80) }
    #expect(report.rendered().contains("80/240"))
  }
}
