import Talks
import TestSupport
import Testing

@testable import Ingestion
@testable import Reporting

@Suite("Ingestion report")
struct IngestionReportTests {
  private static func ingested(
    _ id: String, _ text: String = "本文です", layout: Layout = .transcript,
    notes kinds: KeyValuePairs<ReadingNotes.Kind, Int> = [:]
  ) -> IngestedTalk {
    var notes = ReadingNotes()
    for (kind, count) in kinds { notes[kind] = count }
    return IngestedTalk(
      talk: Talk(id: id, title: "題名", slides: [Slide(number: 1, text: text)]),
      location: SourceLocation(path: "a.txt"), layout: layout, notes: notes)
  }

  @Test("has a row a talk, what was lost where, and what it came to")
  func whole() {
    var report = IngestionReport()
    report.add(Self.ingested("a", notes: [.radicals: 1200, .joinedSpaces: 3, .emptySlides: 2]))
    report.add(
      Self.ingested("監視", "文", layout: .speakerDeckTitleOnly, notes: [.missingTranscript: 1]),
      duplicate: .init(index: 0, id: "a", likeness: 0.876))
    report.add(Self.ingested("c", "", notes: [.replacementCharacters: 1, .radicals: 1]))
    report.addFailure()
    #expect(
      report.rendered() == """
        talk  layout                  slides  chars  mended  lost
        a     transcript                   1      6   1,203     2
        監視  speakerdeck-title-only       1      3             1
        c     transcript                   1      2       1     1

        a: 2 empty-slides
        監視: 1 missing-transcript
        監視: repeats a (likeness 0.88)
        c: 1 replacement-characters
        c: too damaged to be placed with confidence

        3 talks, 11 characters, 1 duplicate; 1 record not read
        mended: 1,201 radicals, 3 joined-spaces
        lost: 2 empty-slides, 1 replacement-characters, 1 missing-transcript

        """)
  }

  @Test("counts in the singular and the plural")
  func grammar() {
    var report = IngestionReport()
    #expect(report.rendered().hasSuffix("\n\n0 talks, 0 characters\n"))
    let first = Self.ingested("a")
    report.add(first, duplicate: .init(index: 0, id: "z", likeness: 1))
    #expect(report.rendered().hasSuffix("\n\n1 talk, 6 characters, 1 duplicate\n"))
    report.add(first, duplicate: .init(index: 0, id: "a", likeness: 1))
    for _ in 0..<1234 { report.addFailure() }
    #expect(
      report.rendered().hasSuffix(
        "\n\n2 talks, 12 characters, 2 duplicates; 1,234 records not read\n"))
  }

  @Test("says how much of a programme has slides, and what has none")
  func programme() {
    var programme = Programme(titles: ["一つ目の長い題名", "二つ目の\u{1B}[31m別の話"])
    programme.add(Talk(title: "一つ目の長い題名", text: "本文"))
    #expect(
      IngestionReport().rendered(programme).hasSuffix(
        "programme: slides of 1 of 2 talks\n  no slides: 二つ目の [31m別の話\n"))
    #expect(IngestionReport.coverage(Programme(titles: ["題"])) == "slides of 0 of 1 talk")
  }

  @Test("keeps to 80 columns whatever ids, layouts and counts")
  func width() {
    var report = IngestionReport()
    for layout in Layout.allCases {
      report.add(
        Self.ingested(
          String(repeating: "架空の長い名前", count: 9), String(repeating: "あ", count: 123_456),
          layout: layout, notes: [.radicals: 1_000, .emptySlides: 9_999]))
    }
    let table = report.rendered().split(separator: "\n").prefix(1 + Layout.allCases.count)
    #expect(table.count == 1 + Layout.allCases.count)
    #expect(table.allSatisfy { TerminalWidth.of($0) <= 80 })
    // No layout is cut, so that none is taken for another.
    for (line, layout) in zip(table.dropFirst(), Layout.allCases) {
      #expect(line.contains("  \(layout.rawValue)  "))
    }
  }

  @Test("lets no id steer the terminal")
  func hostile() {
    var report = IngestionReport()
    report.add(
      Self.ingested("a\u{1B}[2J\nb\u{202E}", notes: [.emptySlides: 1]),
      duplicate: .init(index: 0, id: "\u{7}\r", likeness: 1))
    let text = report.rendered()
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || !($0.value < 0x20 || $0 == "\u{202E}") })
    #expect(text.hasPrefix("talk     layout"))
    #expect(text.contains("\na [2J b  transcript"))
  }
}
