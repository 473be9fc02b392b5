import Ingestion
import Talks
import TestSupport
import Testing

/// A talk in an encoding that is not UTF-8.
private struct ConvertedCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
}

/// `SRE`, a line end and 表紙, whose bytes iconv gave.
private let converted: [ConvertedCase] = [
  ConvertedCase(
    testDescription: "UTF-16, little-endian",
    bytes: [0xFF, 0xFE, 0x53, 0, 0x52, 0, 0x45, 0, 0x0A, 0, 0x68, 0x88, 0x19, 0x7D]),
  ConvertedCase(
    testDescription: "UTF-16, big-endian",
    bytes: [0xFE, 0xFF, 0, 0x53, 0, 0x52, 0, 0x45, 0, 0x0A, 0x88, 0x68, 0x7D, 0x19]),
  ConvertedCase(
    testDescription: "CP932", bytes: Array("SRE\n".utf8) + [0x95, 0x5C, 0x8E, 0x86]),
  ConvertedCase(
    testDescription: "EUC-JP", bytes: Array("SRE\n".utf8) + [0xC9, 0xBD, 0xBB, 0xE6]),
]

/// Bytes that are no text, and what is said of them.
private struct EncodingCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
  var line: Int?
  var reason: String
  var remedy = "convert it, for example with 'iconv -f ISO-8859-1 -t UTF-8'"
}

private let hopeless: [EncodingCase] = [
  EncodingCase(
    testDescription: "a character of two that is cut in two", bytes: Array("表紙".utf8.dropLast()),
    line: 1, reason: notUTF8("2 of 5")),
  EncodingCase(
    testDescription: "a surrogate", bytes: Array("a\n\nb".utf8) + [0xED, 0xA0, 0x80], line: 3,
    reason: notUTF8("3 of 7")),
  EncodingCase(
    testDescription: "Latin-1", bytes: Array("caf".utf8) + [0xE9, 0x0A] + Array("bar".utf8),
    line: 1, reason: notUTF8("1 of 8")),
  EncodingCase(
    testDescription: "a byte order mark and no UTF-16",
    bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x01, 0xD8, 0x42], line: nil,
    reason: "the text has the byte order mark of UTF-16LE but is not", remedy: "save it as UTF-8"),
  EncodingCase(
    testDescription: "binary", bytes: Array("key\n".utf8) + [0x00, 0xE2, 0xE3, 0xCF, 0xD3],
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

private func notUTF8(_ count: String) -> String {
  "\(count) bytes are not valid UTF-8, and the text reads as neither CP932 nor EUC-JP"
}

@Suite("Bytes of a text")
struct EncodingTests {
  @Test("in another encoding are converted, and that is noted", arguments: converted)
  private func conversion(_ encoding: ConvertedCase) throws {
    let reading = try Reading(bytes: encoding.bytes)
    #expect(
      reading.talks == [
        Talk(id: "talk", title: "SRE", slides: [Slide(number: 1, text: "SRE\n表紙")])
      ])
    #expect(reading.ingested.map(\.notes) == [notes([.convertedEncoding: 1])])
  }

  @Test("that are stray and few are taken out, and each is counted once")
  func stray() throws {
    let line = String(repeating: "監視の話", count: 20)
    let bytes = Array((line + "\n").utf8) + [0xFF] + Array(line.utf8) + [0xFE]
    let reading = try Reading(bytes: bytes)
    #expect(reading.talks.map { $0.slides.map(\.text) } == [["\(line)\n\(line)"]])
    #expect(reading.ingested.map(\.notes) == [notes([.replacementCharacters: 2])])
  }

  @Test("that no encoding explains are told apart, with line and remedy", arguments: hopeless)
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
      Reading(bytes: Array("題\n秘密の本文 ".utf8) + [0xFF]).failures.first)
    #expect(
      failure.description == "talk.txt:2: \(notUTF8("1 of 21")); "
        + "convert it, for example with 'iconv -f ISO-8859-1 -t UTF-8'")
  }

  private func notes(_ counts: [ReadingNotes.Kind: Int]) -> ReadingNotes {
    var notes = ReadingNotes()
    for (kind, count) in counts { notes[kind] = count }
    return notes
  }
}
