import TestSupport
import Testing

@testable import Ingestion

@Suite("Documents")
struct DocumentReaderTests {
  struct Page: Sendable, CustomTestStringConvertible {
    var file: String
    var layout: Layout
    /// Slides of each talk in the file, empty ones included.
    var slideCounts: [Int]
    /// The name under which `--input-format` forces it.
    var format: SourceFormat
    var testDescription: String { file }
  }

  // Counted by eye in the files: numbers, marks and form feeds.
  static let pages = [
    Page(
      file: "cloudnative-days.txt", layout: .cloudNativeDays, slideCounts: [1],
      format: .cloudNativeDays),
    Page(file: "fortee-list.txt", layout: .fortee, slideCounts: [3, 2, 2], format: .fortee),
    Page(file: "fortee-proposal.txt", layout: .fortee, slideCounts: [5], format: .fortee),
    Page(file: "gitpitch.md", layout: .markdownDeck, slideCounts: [5], format: .markdown),
    Page(file: "google-slides.txt", layout: .googleSlides, slideCounts: [7], format: .googleSlides),
    Page(file: "marp.md", layout: .markdownDeck, slideCounts: [6], format: .markdown),
    Page(file: "player-with-header.txt", layout: .player, slideCounts: [5], format: .player),
    Page(file: "player.txt", layout: .player, slideCounts: [13], format: .player),
    Page(file: "revealjs.md", layout: .markdownDeck, slideCounts: [5], format: .markdown),
    Page(file: "slideshare.txt", layout: .slideShare, slideCounts: [7], format: .slideShare),
    Page(file: "slidev.md", layout: .markdownDeck, slideCounts: [5], format: .markdown),
    Page(
      file: "speakerdeck-no-transcript.txt", layout: .speakerDeckTitleOnly, slideCounts: [0],
      format: .speakerDeck),
    Page(
      file: "speakerdeck-numbered.txt", layout: .speakerDeckNumbered, slideCounts: [11],
      format: .speakerDeck),
    Page(
      file: "speakerdeck-plain.txt", layout: .speakerDeckPlain, slideCounts: [12],
      format: .speakerDeck),
    Page(
      file: "speakerdeck-view-slide.txt", layout: .speakerDeckNumbered, slideCounts: [10],
      format: .speakerDeck),
    Page(
      file: "transcript-form-feeds.txt", layout: .transcript, slideCounts: [9], format: .transcript),
    Page(
      file: "transcript-unmarked.txt", layout: .transcript, slideCounts: [1], format: .transcript),
  ]

  private static func bytes(_ page: Page) throws -> [UInt8] {
    try ByteSource(path: Repository.path("Corpora/pages/\(page.file)")).next()
  }

  @Test("of each layout are recognized, and read the same when it is named", arguments: pages)
  func recognized(_ page: Page) throws {
    let location = SourceLocation(path: page.file)
    let bytes = try Self.bytes(page)
    let talks = try DocumentReader.read(bytes, as: nil, at: location)
    #expect(talks.map(\.layout) == page.slideCounts.map { _ in page.layout })
    #expect(talks.map(\.slides.count) == page.slideCounts)
    #expect(try DocumentReader.read(bytes, as: page.format, at: location) == talks)
  }

  @Test("are read the same with carriage returns and a byte order mark", arguments: pages)
  func lineEnds(_ page: Page) throws {
    let location = SourceLocation(path: page.file)
    let bytes = try Self.bytes(page)
    let windows: [UInt8] = [0xEF, 0xBB, 0xBF] + bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    #expect(
      try DocumentReader.read(windows, as: nil, at: location)
        == DocumentReader.read(bytes, as: nil, at: location))
  }

  @Test("in the shipped pages are all here")
  func complete() {
    let files = InputFiles([Repository.path("Corpora/pages")]).files
    #expect(
      files.compactMap { $0.path.split(separator: "/").last.map(String.init) }
        == Self.pages.map(\.file))
  }

  @Test(
    "that are not laid out as the format named says are refused",
    arguments: [
      SourceFormat.speakerDeck, .player, .googleSlides, .fortee, .cloudNativeDays, .slideShare,
    ])
  func refused(_ format: SourceFormat) {
    #expect(
      throws: IngestionError(
        at: SourceLocation(path: "t.txt"),
        reason: "the text is not laid out as '\(format.rawValue)' says",
        remedy: "leave out '--input-format', or name another format")
    ) {
      try DocumentReader.read(
        Array("監視の話\n本文".utf8), as: format, at: SourceLocation(path: "t.txt"))
    }
  }

  @Test(
    "are told by content, not by name",
    arguments: [
      ("<!DOCTYPE html><html><body><p>監視の話</p></body></html>", Layout.webPage),
      ("\u{FEFF}  <HTML lang=\"ja\"><body>監視の話</body></HTML>", .webPage),
      ("<!-- 覚え書き -->\n監視の話", .transcript), ("監視の話 <html>", .transcript),
      ("---\nmarp: true\n---\n# 監視の話", .markdownDeck), ("監視の話", .transcript),
    ])
  func content(_ text: String, _ layout: Layout) throws {
    let talks = try DocumentReader.read(
      Array(text.utf8), as: nil, at: SourceLocation(path: "a.bin"))
    #expect(talks.map(\.layout) == [layout])
  }

  @Test("of bytes that are no text, or a PDF on standard input, are refused")
  func binary() {
    let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 3 &* 91) }
    #expect(throws: IngestionError.self) {
      try DocumentReader.read(noise, as: nil, at: SourceLocation(path: "a"))
    }
    #expect(
      throws: IngestionError(
        at: SourceLocation(path: "-"), reason: "a PDF cannot be read from standard input",
        remedy: "give it as a file")
    ) { try DocumentReader.read(Array("%PDF-1.4".utf8), as: nil, at: SourceLocation(path: "-")) }
  }
}
