import Ingestion
import Talks
import TestSupport
import Testing

/// A line of talk JSONL and the talk it is.
private struct LineCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var line: String
  var talk: Talk
}

private let cases: [LineCase] = [
  LineCase(
    testDescription: "all fields",
    line: #"""
      {"id":"a","title":"題","speaker":"凪","event":"会","url":"https://example.com/a","slides":[{"number":2,"text":"表紙\n一"},{"number":5,"text":"本文"}],"labels":{"depth":"basic","scope":"independent"},"extra":[1]}
      """#,
    talk: Talk(
      id: "a", title: "題", speaker: "凪", event: "会", url: "https://example.com/a",
      slides: [Slide(number: 2, text: "表紙\n一"), Slide(number: 5, text: "本文")],
      labels: ["depth": "basic", "scope": "independent"],
      additionalFields: [AdditionalField(name: "extra", json: "[1]")])),
  LineCase(
    testDescription: "slides as strings", line: #"{"id":"a","slides":["表紙",{"text":"本文"},{}]}"#,
    talk: Talk(
      id: "a", title: "",
      slides: [
        Slide(number: 1, text: "表紙"), Slide(number: 2, text: "本文"), Slide(number: 3, text: ""),
      ])),
  LineCase(
    testDescription: "text", line: #"{"id":"a","text":"本文"}"#,
    talk: Talk(id: "a", title: "", slides: [Slide(number: 1, text: "本文")])),
  LineCase(
    testDescription: "title only", line: #"{"id":"a","title":"題"}"#, talk: Talk(id: "a", title: "題")
  ),
  LineCase(
    testDescription: "id as a number", line: #"{"id":-12,"title":"題"}"#,
    talk: Talk(id: "-12", title: "題")),
  LineCase(
    testDescription: "no id", line: #"{"title":"題"}"#, talk: Talk(id: "talks.jsonl:1", title: "題")),
  LineCase(
    testDescription: "nulls", line: #"{"id":null,"title":"題","text":null,"slides":null}"#,
    talk: Talk(id: "talks.jsonl:1", title: "題")),
  LineCase(
    testDescription: "a null label is none",
    line: #"{"id":"a","title":"題","labels":{"depth":"basic","scope":null}}"#,
    talk: Talk(id: "a", title: "題", labels: ["depth": "basic"])),
  LineCase(
    testDescription: "escaped control characters and line ends",
    line: #"{"id":"a","title":"題\u0000","text":"一\r\n二\u000b三\u001b四"}"#,
    talk: Talk(id: "a", title: "題", slides: [Slide(number: 1, text: "一\n二\n三四")])),
]

@Suite("Talk JSONL")
struct TalkLineTests {
  @Test("reads every field of the contract", arguments: cases)
  private func fields(_ line: LineCase) throws {
    let reading = try Reading(line.line, named: "talks.jsonl")
    #expect(reading.talks == [line.talk])
    #expect(reading.ingested.map(\.layout) == [.talkLines])
    #expect(reading.ingested.map(\.location) == [SourceLocation(path: "talks.jsonl", line: 1)])
  }

  @Test("counts the control characters it takes out")
  func notes() throws {
    let reading = try Reading(cases[8].line, named: "talks.jsonl")
    #expect(reading.ingested.map { $0.notes[.controlCharacters] } == [2])
  }

  @Test(
    "needs no byte order mark, line feed or known name",
    arguments: ["talks.jsonl", "talks.ndjson", "talks.txt", "talks"])
  func ends(_ name: String) throws {
    let lines =
      "\u{FEFF}\r\n{\"id\":\"a\",\"title\":\"題\"}\r\n\n  \t\n{\"id\":\"b\",\"title\":\"話\"}"
    let reading = try Reading(lines, named: name)
    #expect(reading.talks == [Talk(id: "a", title: "題"), Talk(id: "b", title: "話")])
    #expect(reading.ingested.map(\.location.line) == [2, 5])
  }

  @Test("reads a line of 5 MB")
  func longLine() throws {
    let text = String(repeating: "可観測性 ", count: 400_000)
    #expect(text.utf8.count == 5_200_000)
    let reading = try Reading(
      "{\"id\":\"a\",\"text\":\"\(text)\"}\n{\"id\":\"b\",\"title\":\"題\"}", named: "talks.jsonl")
    #expect(reading.talks.map(\.id) == ["a", "b"])
    #expect(reading.talks.first?.slides.first?.text == text)
  }
}
