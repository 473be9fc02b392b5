import Testing

@testable import Ingestion

@Suite("Form feeds in documents")
struct FormFeedTests {
  @Test("end lines where asked for, and only there")
  func ends() throws {
    let document = try makeDocument("\u{FEFF}a\u{C}b\r\u{C}\nc\u{C}")
    #expect(document.lines.map(document.string) == ["a\u{C}b\r\u{C}", "c\u{C}"])
    let ended = document.endingLinesAtFormFeeds()
    #expect(ended.lines.map(ended.string) == ["a", "b", "", "c"])
  }

  @Test("count among the lines a document may have")
  func limit() {
    let bytes = [UInt8](repeating: 0x0C, count: DocumentText.maximumLineCount + 1)
    #expect(
      throws: IngestionError(
        at: SourceLocation(path: "a.txt"), reason: "more than 2000000 lines in one document",
        remedy: "give one talk a file, or JSONL with one a line")
    ) {
      try DocumentText(bytes, at: SourceLocation(path: "a.txt"))
    }
  }
}
