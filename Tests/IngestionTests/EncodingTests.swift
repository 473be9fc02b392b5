import Foundation
import Ingestion
import TestSupport
import Testing

/// Bytes that are no UTF-8 text, and what is said of them.
private struct EncodingCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
  var line: Int?
  var reason: String
  var remedy: String
}

private let cases: [EncodingCase] = [
  EncodingCase(
    testDescription: "UTF-16, little-endian", bytes: [0xFF, 0xFE, 0x68, 0x88, 0x19, 0x7D],
    line: nil, reason: "the text is UTF-16, not UTF-8",
    remedy: "convert it with 'iconv -f UTF-16 -t UTF-8'"),
  EncodingCase(
    testDescription: "UTF-16, big-endian", bytes: [0xFE, 0xFF, 0x88, 0x68, 0x7D, 0x19],
    line: nil, reason: "the text is UTF-16, not UTF-8",
    remedy: "convert it with 'iconv -f UTF-16 -t UTF-8'"),
  // 表紙 in CP932 is 95 5C 8E 86.
  EncodingCase(
    testDescription: "CP932 on line 2", bytes: Array("SRE\n".utf8) + [0x95, 0x5C, 0x8E, 0x86],
    line: 2, reason: "byte 4 is not valid UTF-8",
    remedy: "convert the text, for example with 'iconv -f CP932 -t UTF-8'"),
  EncodingCase(
    testDescription: "a character cut in two", bytes: Array("表紙".utf8.dropLast()), line: 1,
    reason: "byte 3 is not valid UTF-8",
    remedy: "convert the text, for example with 'iconv -f CP932 -t UTF-8'"),
  EncodingCase(
    testDescription: "a surrogate", bytes: Array("a\n\nb".utf8) + [0xED, 0xA0, 0x80], line: 3,
    reason: "byte 4 is not valid UTF-8",
    remedy: "convert the text, for example with 'iconv -f CP932 -t UTF-8'"),
  EncodingCase(
    testDescription: "binary", bytes: Array("%PDF-1.7\n".utf8) + [0x00, 0xE2, 0xE3, 0xCF, 0xD3],
    line: 2, reason: "the file is binary, not text",
    remedy: "give its text, for example by 'pdftotext' for a PDF"),
  EncodingCase(
    testDescription: "nothing", bytes: [], line: nil, reason: "the file is empty",
    remedy: "give a file with a talk in it"),
  EncodingCase(
    testDescription: "spaces", bytes: Array(" \n\t\r\n\u{0C}".utf8), line: nil,
    reason: "the file is empty", remedy: "give a file with a talk in it"),
  EncodingCase(
    testDescription: "a byte order mark alone", bytes: [0xEF, 0xBB, 0xBF], line: nil,
    reason: "neither a title nor slide text in it",
    remedy: "save the talk's own page, or give its text"),
]

@Suite("Bytes that are no text")
struct EncodingTests {
  @Test("are told apart, with line and remedy", arguments: cases)
  private func told(_ encoding: EncodingCase) throws {
    let location = SourceLocation(path: "talk.txt", line: encoding.line)
    #expect(
      try Reading(bytes: encoding.bytes).results == [
        .failure(
          IngestionError(at: location, reason: encoding.reason, remedy: encoding.remedy))
      ])
  }

  @Test("never reach the message")
  func messages() throws {
    let failure = try #require(
      Reading(bytes: Array("秘密の本文 ".utf8) + [0xFF]).failures.first)
    #expect(
      failure.description
        == "talk.txt:1: byte 16 is not valid UTF-8; convert the text, for example with 'iconv -f CP932 -t UTF-8'"
    )
  }
}
