import Foundation
import Shogen
import TestSupport
import Testing

@Suite("shogen ingest --input-format and binary files")
struct IngestFormatTests {
  private static let fixtures = "Tests/IngestionTests/Fixtures/"

  struct Wrong: Sendable, CustomTestStringConvertible {
    var format: SourceFormat
    var error: String
    var testDescription: String { format.rawValue }
  }

  private static func layout(_ format: SourceFormat) -> Wrong {
    Wrong(
      format: format,
      error: "t.txt: the text is not laid out as '\(format.rawValue)' says; "
        + "leave out '--input-format', or name another format")
  }

  private static let noJSON = "t.txt:1: not valid JSON; mend the line or remove it"
  private static let noColumn =
    "t.txt:1: no column is called 'title' or 'text'; "
    + "name the columns in the first line, or say '--column text=NAME'"

  static let wrong = [
    Wrong(format: .talkLines, error: noJSON), Wrong(format: .doccano, error: noJSON),
    Wrong(format: .prodigy, error: noJSON),
    Wrong(
      format: .labelStudio,
      error: "t.txt:1: not valid JSON: the array is not closed; export the file again"),
    Wrong(format: .commaSeparated, error: noColumn), Wrong(format: .tabSeparated, error: noColumn),
    layout(.speakerDeck), layout(.player), layout(.googleSlides), layout(.fortee),
    layout(.cloudNativeDays), layout(.slideShare),
    Wrong(format: .pdf, error: "t.txt: the file is no PDF; name the format it has"),
    Wrong(
      format: .powerPoint,
      error: "t.txt: the file is no PowerPoint presentation; "
        + "give a .pptx file, or name the format it has"),
  ]

  @Test("refuses a text that is not in the format, and says what to do", arguments: wrong)
  func refused(_ item: Wrong) throws {
    let folder = try TemporaryFolder()
    try folder.write("監視の話", to: "t.txt")
    let run = try CommandRun(
      ["ingest", "t.txt", "--input-format", item.format.rawValue], in: folder.path)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(run.errors == "shogen: error: \(item.error)\n")
  }

  @Test("of every name is either refused above or takes any text")
  func complete() throws {
    let anyText: [SourceFormat: Layout] = [
      .fastText: .fastText, .webPage: .webPage, .markdown: .markdownDeck, .transcript: .transcript,
    ]
    #expect(Set(Self.wrong.map(\.format)).union(anyText.keys) == Set(SourceFormat.allCases))
    for (format, layout) in anyText {
      let run = try CommandRun(
        ["ingest", "-", "--input-format", format.rawValue], input: "監視の話")
      #expect(run.status == 0)
      #expect(run.output.contains(#""text":"監視の話""#))
      #expect(run.output.contains(#""layout":"\#(layout.rawValue)""#))
    }
  }

  @Test("of an unknown name is a usage error that lists the names")
  func unknown() throws {
    let run = try CommandRun(["ingest", "-", "--input-format", "bogus"])
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(
      run.errors.hasPrefix(
        "Error: --input-format bogus: use one of talk-jsonl, csv, tsv, doccano, prodigy, "
          + "label-studio, fasttext, speakerdeck, speakerdeck-player, google-slides, fortee, "
          + "cloudnative-days, slideshare, html, markdown, pdf, pptx, transcript\n"))
  }

  @Test("reads what would be taken for something else")
  func forced() throws {
    let folder = try TemporaryFolder()
    try folder.write("title\ttext\n監視\t本文\n", to: "table.txt")
    try folder.write("# 監視\n\n本文\n", to: "notes.txt")
    let table = try CommandRun(
      ["ingest", "table.txt", "--input-format", "transcript"], in: folder.path)
    #expect(table.output.contains(#""layout":"transcript""#))
    let free = try CommandRun(["ingest", "table.txt"], in: folder.path)
    #expect(free.output.contains(#""layout":"table""#))
    let markdown = try CommandRun(
      ["ingest", "notes.txt", "--input-format", "markdown"], in: folder.path)
    #expect(markdown.output.hasPrefix(#"{"id":"notes","title":"監視","#))
  }

  @Test("reads a PowerPoint presentation, and says why one of pictures is none")
  func powerPoint() throws {
    let run = try CommandRun(
      ["ingest", Self.fixtures + "pictures.pptx", Self.fixtures + "deck.pptx"])
    #expect(run.status == 2)
    #expect(
      run.errors == "shogen: error: \(Self.fixtures)pictures.pptx: no slide has text: 2 slides, "
        + "2 of them pictures; give a version with text, for example through OCR\n")
    let talk = try jsonObject(run.output)
    #expect(talk["id"] as? String == "deck")
    #expect(talk["title"] as? String == "小さな監視の物語")
    #expect(
      run.output.hasSuffix(
        #""layout":"pptx","mended":{},"lost":{"hidden-slides":1,"picture-slides":1}}}"# + "\n"))
  }

  @Test("reads a PowerPoint presentation from standard input")
  func powerPointInput() throws {
    let run = try CommandRun(
      ["-c", #""$0" ingest - < "$1""#, CommandRun.executable, Self.fixtures + "deck.pptx"],
      program: "/bin/sh")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix(#"{"id":"stdin","title":"小さな監視の物語","#))
  }

  private static let hasPoppler =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/pdftotext")
    } && FileManager.default.fileExists(atPath: "/usr/share/poppler/cidToUnicode/Adobe-Japan1")

  @Test(
    "reads a PDF, and says why one that is encrypted or has no text is none",
    .enabled(if: hasPoppler, "needs the packages poppler-utils and poppler-data"))
  func pdf() throws {
    let run = try CommandRun(
      ["ingest"] + ["encrypted.pdf", "pictures.pdf", "japanese.pdf"].map { Self.fixtures + $0 })
    #expect(run.status == 2)
    #expect(
      run.errors == """
        shogen: error: \(Self.fixtures)encrypted.pdf: the PDF is encrypted; save it without a password
        shogen: error: \(Self.fixtures)pictures.pdf: no page has text: 2 pages of pictures; give a version with text, for example through OCR

        """)
    #expect(
      run.output == #"{"id":"japanese","title":"小さな監視の物語","slides":["#
        + #"{"number":1,"text":"小さな監視の物語\n架空の発表者"},{"number":3,"text":"手順書を書く\nSLO 99.9%"}],"#
        + #""source":{"path":"\#(Self.fixtures)japanese.pdf","layout":"pdf","mended":{},"#
        + #""lost":{"empty-slides":1}}}"# + "\n")
  }
}
