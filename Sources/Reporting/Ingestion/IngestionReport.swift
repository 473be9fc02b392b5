public import Ingestion
internal import Talks

/// What reading found, a row a talk, and what it came to, for a terminal of 80
/// columns.
public struct IngestionReport {
  private var table = TextTable([
    .init("talk", maximumWidth: 24), .init("layout", maximumWidth: 22), .init("slides", .right),
    .init("chars", .right), .init("mended", .right), .init("lost", .right),
  ])
  private var details: [String] = []
  private var talkCount = 0
  private var failureCount = 0
  private var duplicateCount = 0
  private var characterCount = 0
  private var total = ReadingNotes()

  /// Creates an empty report.
  public init() {}

  /// Adds a talk, and the earlier one it repeats.
  public mutating func add(_ ingested: IngestedTalk, duplicate: DuplicateFinder.Match? = nil) {
    let talk = ingested.talk
    let characters = talk.slides.reduce(talk.title.count) { $0 + $1.text.count }
    let (mended, lost) = Self.sums(ingested.notes)
    talkCount += 1
    characterCount += characters
    total.add(ingested.notes)
    table.add([
      TerminalText.oneLine(talk.id), ingested.layout.rawValue, Decimals.grouped(talk.slides.count),
      Decimals.grouped(characters), Self.shown(mended), Self.shown(lost),
    ])
    let kinds = ingested.notes.sorted.filter(\.kind.isLoss)
    if !kinds.isEmpty { details.append("\(talk.id): \(Self.list(kinds))") }
    if ingested.isUnfit { details.append("\(talk.id): too damaged to be placed with confidence") }
    if let duplicate {
      duplicateCount += 1
      details.append(
        "\(talk.id): repeats \(duplicate.id) (likeness \(Decimals.fixed(duplicate.likeness, 2)))")
    }
  }

  /// Counts a record that could not be read.
  public mutating func addFailure() { failureCount += 1 }

  /// The table, what was lost where, and an overall line.
  public func rendered(_ programme: Programme? = nil, style: TextStyle = .plain) -> String {
    var text = table.rendered(style)
    if !details.isEmpty { text += "\n" + details.map { TerminalText.oneLine($0) + "\n" }.joined() }
    text += "\n\(Self.counted(talkCount, "talk")), "
    text += Self.counted(characterCount, "character")
    if duplicateCount > 0 { text += ", \(Self.counted(duplicateCount, "duplicate"))" }
    if failureCount > 0 { text += "; \(Self.counted(failureCount, "record")) not read" }
    text += "\n"
    for (heading, isLoss) in [("mended", false), ("lost", true)] {
      let kinds = total.sorted.filter { $0.kind.isLoss == isLoss }
      if !kinds.isEmpty { text += Self.wrapped(heading, kinds) }
    }
    if let programme {
      text += "programme: \(Self.coverage(programme))\n"
      for title in programme.missing { text += "  no slides: \(TerminalText.oneLine(title))\n" }
    }
    return text
  }

  /// How many talks of a programme have slides, as part of a line.
  public static func coverage(_ programme: Programme) -> String {
    "slides of \(Decimals.grouped(programme.coveredCount)) of "
      + counted(programme.titles.count, "talk")
  }

  private static func sums(_ notes: ReadingNotes) -> (mended: Int, lost: Int) {
    notes.sorted.reduce(into: (0, 0)) { sums, entry in
      if entry.kind.isLoss { sums.1 += entry.count } else { sums.0 += entry.count }
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(Decimals.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func shown(_ count: Int) -> String { count == 0 ? "" : Decimals.grouped(count) }

  /// `heading: 1 kind, 2 other` over lines of at most 80 columns.
  private static func wrapped(
    _ heading: String, _ kinds: [(kind: ReadingNotes.Kind, count: Int)]
  ) -> String {
    var lines = ["\(heading):"]
    for (index, entry) in kinds.enumerated() {
      let part =
        "\(Decimals.grouped(entry.count)) \(entry.kind.rawValue)"
        + (index + 1 < kinds.count ? "," : "")
      if DisplayWidth.of(lines[lines.count - 1]) + 1 + DisplayWidth.of(part) > 80 {
        lines.append(" ")
      }
      lines[lines.count - 1] += " " + part
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func list(_ kinds: [(kind: ReadingNotes.Kind, count: Int)]) -> String {
    kinds.map { "\(Decimals.grouped($0.count)) \($0.kind.rawValue)" }.joined(separator: ", ")
  }
}
