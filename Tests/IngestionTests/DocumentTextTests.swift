import Testing

@testable import Ingestion

/// A document from a literal.
func makeDocument(_ text: String) throws -> DocumentText {
  try DocumentText(Array(text.utf8), at: SourceLocation(path: "literal"))
}

@Suite("Document text")
struct DocumentTextTests {
  @Test(
    "finds lines as splitting does, without line ends or a byte order mark",
    arguments: [
      ("", []), ("a", ["a"]), ("a\n", ["a"]), ("\n", [""]), ("\n\n", ["", ""]),
      ("a\r\nb", ["a", "b"]), ("a\n\nb\n", ["a", "", "b"]), ("\u{FEFF}題\n", ["題"]),
      ("\r\n", [""]), ("a\rb", ["a\rb"]), ("\u{FEFF}", []),
    ] as [(String, [String])])
  func lines(text: String, expected: [String]) throws {
    let document = try makeDocument(text)
    #expect(document.lines.map(document.string) == expected)
  }

  @Test("trims spaces of either width and leaves form feeds")
  func trims() throws {
    let document = try makeDocument(" \t\u{3000}\u{A0}題 名\u{C}\u{A0}\u{3000} \r")
    #expect(document.string(document.trimmed(document.lines[0])) == "題 名\u{C}")
    #expect(try makeDocument("\u{3000}\u{3000}").isBlank(0..<6))
    // The last byte of U+3000 is also the last of other characters.
    let other = try makeDocument("とー")
    #expect(other.trimmed(0..<6) == 0..<6)
  }

  @Test("compares ranges with literals and bytes")
  func matches() throws {
    let document = try makeDocument("Slide 12 text")
    let line = document.lines[0]
    #expect(document.equals(line, "Slide 12 text"))
    #expect(!document.equals(line, "Slide 12 tex"))
    #expect(document.equals(line, Array("Slide 12 text".utf8)))
    #expect(document.hasPrefix(line, "Slide "))
    #expect(document.hasPrefix(line, Array("Slide ".utf8)))
    #expect(!document.hasPrefix(line, "Slide 12 text and more"))
    #expect(document.hasSuffix(line, " text"))
    #expect(!document.hasSuffix(9..<13, " text"))
    #expect(document.firstOffset(of: "12", in: line) == 6)
    #expect(document.firstOffset(of: "x", in: 0..<11) == nil)
    #expect(document.firstOffset(of: UInt8(ascii: "t"), in: line) == 9)
  }

  @Test(
    "reads lone numbers",
    arguments: [
      ("12", 12), (" 7\u{3000}", 7), ("0012345", 12345), ("", nil), ("1.", nil), ("12345678", nil),
      ("-1", nil), ("１", nil),
    ] as [(String, Int?)])
  func numbers(text: String, expected: Int?) throws {
    let document = try makeDocument(text)
    #expect(document.number(0..<document.bytes.count) == expected)
  }

  @Test("makes a slide's text as the page readers do")
  func slideText() throws {
    let document = try makeDocument("\n  a \n\n\n\tb\nc\n\n")
    #expect(document.slideText(document.lines) == "a\n\nb\nc")
    #expect(document.slideText([]) == "")
  }

  @Test("parts ranges without arrays")
  func parts() throws {
    let document = try makeDocument("a\u{C}\u{C}b")
    let parts = document.parts(of: 0..<4, separatedBy: 0x0C)
    #expect(parts.map(document.string) == ["a", "", "b"])
  }

  @Test("refuses documents of too many lines by name")
  func limit() {
    let bytes = [UInt8](repeating: 0x0A, count: DocumentText.maximumLineCount + 1)
    #expect(
      throws: IngestionError(
        at: SourceLocation(path: "a.txt"), reason: "more than 2000000 lines in one document",
        remedy: "give one talk a file, or JSONL with one a line")
    ) {
      try DocumentText(bytes, at: SourceLocation(path: "a.txt"))
    }
  }
}
