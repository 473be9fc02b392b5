import Foundation
import Talks
import TestSupport
import Testing

@testable import Ingestion

@Suite("PDF")
struct PDFReaderTests {
  /// What the tests of real files need; they say so where it is not installed.
  static let hasPoppler =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/pdftotext")
    } && FileManager.default.fileExists(atPath: "/usr/share/poppler/cidToUnicode/Adobe-Japan1")

  private static func fixture(_ name: String) throws -> DeckContent {
    let path = Repository.path("Tests/IngestionTests/Fixtures/" + name)
    return try PDFReader.read(path: path, location: SourceLocation(path: name))
  }

  private static func reason(_ body: () throws -> DeckContent) -> String? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? IngestionError)?.description
    }
  }

  @Test(
    "is read page by page, empty pages kept",
    .enabled(if: hasPoppler, "needs the packages poppler-utils and poppler-data"))
  func pages() throws {
    let deck = try Self.fixture("japanese.pdf")
    #expect(deck.layout == .pdf)
    #expect(
      deck.slides == [
        Slide(number: 1, text: "小さな監視の物語\n架空の発表者"), Slide(number: 2, text: ""),
        Slide(number: 3, text: "手順書を書く\nSLO 99.9%"),
      ])
  }

  @Test(
    "that is encrypted, empty of text or damaged is refused",
    .enabled(if: hasPoppler, "needs the packages poppler-utils and poppler-data"))
  func refused() throws {
    #expect(
      Self.reason { try Self.fixture("encrypted.pdf") }
        == "encrypted.pdf: the PDF is encrypted; save it without a password")
    #expect(
      Self.reason { try Self.fixture("pictures.pdf") }
        == "pictures.pdf: no page has text: 2 pages of pictures; "
        + "give a version with text, for example through OCR")
    let folder = try TemporaryFolder()
    let damaged = try folder.write("%PDF-1.4\nnothing\n%%EOF\n", to: "damaged.pdf")
    #expect(
      Self.reason { try PDFReader.read(path: damaged, location: SourceLocation(path: "d.pdf")) }
        == "d.pdf: the PDF is damaged ('pdftotext' ended with 1); "
        + "print it to a new PDF, or download it again")
    let whole = try ByteSource(
      path: Repository.path("Tests/IngestionTests/Fixtures/japanese.pdf")
    ).next()
    for count in stride(from: 100, to: whole.count - 8, by: 401) {
      let path = try folder.write(Array(whole.prefix(count)), to: "cut.pdf")
      #expect(
        Self.reason { try PDFReader.read(path: path, location: SourceLocation(path: "c.pdf")) }
          == "c.pdf: the PDF is cut off before its end; copy or download the file again")
    }
  }

  @Test(
    "may have a name that looks like an option and commands of a shell",
    .enabled(if: hasPoppler, "needs the packages poppler-utils and poppler-data"))
  func optionName() throws {
    let mark = "shogen-\(UUID().uuidString)"
    let name = "-$(touch \(mark))`touch \(mark)`;touch \(mark)|'\"\(mark).pdf"
    try FileManager.default.copyItem(
      atPath: Repository.path("Tests/IngestionTests/Fixtures/japanese.pdf"), toPath: name)
    defer { try? FileManager.default.removeItem(atPath: name) }
    #expect(
      try PDFReader.read(path: name, location: SourceLocation(path: name)).slides.count == 3)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test("is not looked for in other files")
  func otherFiles() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("ただの文", to: "text.pdf")
    #expect(
      Self.reason { try PDFReader.read(path: path, location: SourceLocation(path: "t.pdf")) }
        == "t.pdf: the file is no PDF; name the format it has")
    #expect(
      Self.reason {
        try PDFReader.read(path: "/no/such.pdf", location: SourceLocation(path: "n.pdf"))
      } == "/no/such.pdf: no such file; check the path")
  }

  /// A program that runs the PDF it is given as a script of the shell.
  ///
  /// It is in the repository, as one that was just written may still be open in a
  /// child that another test has started.
  private static let stub = Repository.path("Tests/IngestionTests/Fixtures/pdftotext-stub")

  /// Scripts in the place of `pdftotext`, and what is said of them.
  struct Stub: CustomTestStringConvertible {
    var testDescription: String
    var script: String
    var reason: String?
    var limits = ChildLimits(wallClock: .milliseconds(600))
  }

  static let stubs = [
    Stub(testDescription: "that works", script: #"printf '監視\f\f手順書\f'"#, reason: nil),
    Stub(
      testDescription: "without character maps",
      script: #"printf '\f'; echo "Syntax Error: Missing language pack for 'Adobe-Japan1'" >&2"#,
      reason: "the PDF needs character maps that are not installed"),
    Stub(
      testDescription: "that never ends", script: "sleep 30 & sleep 30",
      reason: "reading the PDF takes more than its limit of 0 s"),
    Stub(
      testDescription: "that closes its output and never ends",
      script: "exec >&- 2>&-; sleep 30",
      reason: "reading the PDF takes more than its limit of 0 s"),
    Stub(
      testDescription: "that writes without end", script: "yes",
      reason: "reading the PDF takes more than its limit of 100000 bytes of text",
      limits: ChildLimits(wallClock: .seconds(20), outputByteCount: 100_000)),
    Stub(
      testDescription: "that complains without end", script: "yes >&2",
      reason: "reading the PDF takes more than its limit of 0 s"),
    Stub(
      testDescription: "that takes all memory",
      script: "echo 'Out of memory' >&2; exit 1",
      reason: "reading the PDF takes more than its limit of memory"),
    Stub(
      testDescription: "that computes without end", script: "while :; do :; done",
      reason: "reading the PDF takes more than its limit of processor time",
      limits: ChildLimits(wallClock: .seconds(20), processorSeconds: 1)),
    Stub(
      testDescription: "that crashes", script: "kill -SEGV $$",
      reason: "the PDF is damaged ('pdftotext' ended with -11)"),
    Stub(
      testDescription: "with too many pages",
      script: "head -c 10001 /dev/zero | tr '\\0' '\\f'",
      reason: "the PDF has 10001 pages; 10000 at most"),
  ]

  @Test("is bounded by what its reader may use", arguments: stubs)
  func bounded(_ stub: Stub) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("# %PDF-1.4\n\(stub.script)\n# %%EOF\n", to: "a.pdf")
    var reason: String?
    do {
      let deck = try PDFReader.read(
        path: path, location: SourceLocation(path: "a.pdf"), limits: stub.limits,
        program: Self.stub)
      #expect(deck.slides.map(\.text) == ["監視", "", "手順書"])
    } catch {
      reason = error.reason
    }
    #expect(reason == stub.reason)
  }

  @Test("names the package of a missing reader")
  func missingReader() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("%PDF-1.4\n%%EOF\n", to: "a.pdf")
    #expect(
      Self.reason {
        try PDFReader.read(
          path: path, location: SourceLocation(path: "a.pdf"), program: "no-such-pdftotext")
      }
        == "a.pdf: reading a PDF needs the program 'pdftotext'; "
        + "install the package poppler-utils, and poppler-data for Japanese")
  }

  @Test("is read by many children at the same time")
  func parallel() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("# %PDF-1.4\nprintf 'a\\f'\n# %%EOF\n", to: "a.pdf")
    await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<40 {
        group.addTask {
          try? PDFReader.read(
            path: path, location: SourceLocation(path: "a.pdf"), program: Self.stub
          ).slides.count
        }
      }
      for await count in group { #expect(count == 1) }
    }
  }
}
