import Ingestion
import TestSupport
import Testing

/// A line that is no talk, and what is said of it.
private struct FailureCase: Sendable, CustomTestStringConvertible {
  var line: String
  var id: String?
  var reason: String
  var remedy = #"write {"id", "title", "slides": [{"number", "text"}]}"#

  var testDescription: String { reason + ": " + line.prefix(60) }
}

private let cases: [FailureCase] = [
  FailureCase(line: #"{"id":"b","title":5}"#, id: "b", reason: "field 'title' has the wrong type"),
  FailureCase(
    line: #"{"id":"b","slides":"本文"}"#, id: "b", reason: "field 'slides' has the wrong type"),
  FailureCase(
    line: #"{"id":"b","slides":["表紙",7]}"#, id: "b", reason: "field 'slides.1' has the wrong type"),
  FailureCase(
    line: #"{"id":"b","slides":[{"text":["x"]}]}"#, id: "b",
    reason: "field 'slides.0.text' has the wrong type"),
  FailureCase(
    line: #"{"id":7,"slides":[{"number":"1","text":"x"}]}"#, id: "7",
    reason: "field 'slides.0.number' has the wrong type"),
  FailureCase(
    line: #"{"id":"b","slides":[{"number":1.5,"text":"x"}]}"#, id: "b",
    reason: "field 'slides.0.number' has the wrong type"),
  FailureCase(
    line: #"{"id":"b","slides":[{"number":1e99,"text":"x"}]}"#, id: "b",
    reason: "field 'slides.0.number' has the wrong type"),
  FailureCase(
    line: #"{"id":["b"],"title":"題"}"#, reason: "field 'id' has the wrong type"),
  FailureCase(line: #"{"id":1.5,"title":"題"}"#, reason: "field 'id' has the wrong type"),
  FailureCase(
    line: #"{"id":"b","title":"題","labels":{"depth":1}}"#, id: "b",
    reason: "field 'labels.depth' has the wrong type"),
  FailureCase(line: #"[{"id":"b"}]"#, reason: "the line is JSON but no object"),
  FailureCase(
    line: #"{"id":"b","speaker":"凪"}"#, id: "b", reason: "no 'title', 'slides' or 'text'",
    remedy: "give the talk one of them"),
  FailureCase(
    line: #"{"id":"b","labels":{"depth":"basic"}}"#, id: "b",
    reason: "no 'title', 'slides' or 'text'", remedy: "a file of labels belongs to '--labels'"),
  FailureCase(
    line: #"{"id":"b","title":"題""#, reason: "not valid JSON",
    remedy: "mend the line or remove it"),
  FailureCase(
    line: "{\"id\":\"b\",\"title\":\"題\u{0}\"}",
    reason: "not valid JSON: a string holds a bare control character",
    remedy: "mend the line or remove it"),
  FailureCase(
    line: "ただの文", reason: "not valid JSON", remedy: "mend the line or remove it"),
  FailureCase(
    line: String(repeating: "[", count: 100_000), reason: "not valid JSON",
    remedy: "mend the line or remove it"),
]

@Suite("Lines that are no talk")
struct TalkLineFailureTests {
  @Test("cost only themselves and name line, field and remedy", arguments: cases)
  private func failure(_ failure: FailureCase) throws {
    let reading = try Reading(
      "{\"id\":\"a\",\"title\":\"題\"}\n\n\(failure.line)\n{\"id\":\"c\",\"title\":\"話\"}\n",
      named: "talks.jsonl")
    #expect(reading.talks.map(\.id) == ["a", "c"])
    #expect(
      reading.failures == [
        IngestionError(
          at: SourceLocation(path: "talks.jsonl", line: 3), id: failure.id,
          reason: failure.reason, remedy: failure.remedy)
      ])
    #expect(reading.results.count == 3)
    #expect(throws: IngestionError.self) { try reading.results[1].get() }
  }

  @Test("may be no UTF-8")
  func invalidUTF8() throws {
    let bytes =
      Array("{\"id\":\"a\",\"title\":\"題\"}\n{\"id\":\"b\",\"title\":\"".utf8) + [0x91, 0xE8]
      + Array("\"}\n{\"id\":\"c\",\"title\":\"話\"}\n".utf8)
    let reading = try Reading(bytes: bytes, named: "talks.jsonl")
    #expect(reading.talks.map(\.id) == ["a", "c"])
    #expect(
      reading.failures.map(\.description) == [
        "talks.jsonl:2: byte 19 is not valid UTF-8; convert the text, for example with 'iconv -f CP932 -t UTF-8'"
      ])
  }
}
