import Shogen
import Talks
import Testing

@testable import Ingestion

@Suite("Talk lines")
struct TalkLineFieldTests {
  private let location = SourceLocation(path: "talks.jsonl", line: 7)

  private func talk(_ line: String) throws(IngestionError) -> Talk {
    var json = JSONParser()
    return try TalkLine.talk(Array(line.utf8), at: location, stem: "talks", json: &json)
  }

  @Test("hold every field of a talk")
  func allFields() throws {
    let line = #"""
      {"id":"a-1","title":"題名","speaker":"山田","event":"集い","url":"https://example.invalid/a",\#
      "slides":[{"number":2,"text":"一\n二","notes":"話す","hidden":true},"三",{"text":"四"}],\#
      "labels":{"depth":"basic"}}
      """#
    #expect(
      try talk(line)
        == Talk(
          id: "a-1", title: "題名", speaker: "山田", event: "集い", url: "https://example.invalid/a",
          slides: [
            Slide(number: 2, text: "一\n二", speakerNotes: "話す", isHidden: true),
            Slide(number: 2, text: "三"), Slide(number: 3, text: "四"),
          ],
          labels: ["depth": "basic"]))
  }

  @Test("may have a title only, a text, null fields and a number as id")
  func smallTalks() throws {
    #expect(try talk(#"{"title":"題"}"#) == Talk(id: "talks:7", title: "題"))
    #expect(
      try talk(#"{"id":12,"text":"本文","slides":null,"title":null}"#)
        == Talk(id: "12", title: "", text: "本文"))
    #expect(try talk(#"{"id":12345678901234567890123,"title":""}"#).id == "12345678901234567890123")
    #expect(try talk(#"{"id":"","slides":[]}"#) == Talk(id: "", title: ""))
  }

  @Test("take the last of members with one name")
  func duplicates() throws {
    let line =
      #"{"id":1,"title":"一","x":1,"y":2,"id":"b","title":"二","x":[3],"text":"a","text":null}"#
    #expect(
      try talk(line)
        == Talk(
          id: "b", title: "二",
          additionalFields: [
            AdditionalField(name: "y", json: "2"), AdditionalField(name: "x", json: "[3]"),
          ]))
  }

  @Test("keep names apart that differ in normalization only")
  func normalizedNames() throws {
    let fields = try talk("{\"title\":\"\",\"が\":1,\"か\u{3099}\":2}").additionalFields
    #expect(fields.map(\.json) == ["1", "2"])
  }

  struct Wrong: Sendable, CustomTestStringConvertible {
    var line: String
    var id: String?
    var reason: String
    var testDescription: String { line }
  }

  @Test(
    "name the field that is wrong",
    arguments: [
      Wrong(line: "[]", reason: "the line is JSON but no object"),
      Wrong(line: #""x""#, reason: "the line is JSON but no object"),
      Wrong(line: "12", reason: "the line is JSON but no object"),
      Wrong(line: #"{"id":[1]}"#, reason: "field 'id' has the wrong type"),
      Wrong(line: #"{"id":1.5,"title":""}"#, reason: "field 'id' has the wrong type"),
      Wrong(line: #"{"title":3,"id":"a"}"#, id: "a", reason: "field 'title' has the wrong type"),
      Wrong(line: #"{"id":5,"text":{}}"#, id: "5", reason: "field 'text' has the wrong type"),
      Wrong(line: #"{"slides":"x"}"#, reason: "field 'slides' has the wrong type"),
      Wrong(line: #"{"slides":["x",1]}"#, reason: "field 'slides.1' has the wrong type"),
      Wrong(line: #"{"slides":[null]}"#, reason: "field 'slides.0' has the wrong type"),
      Wrong(line: #"{"slides":[{"text":[]}]}"#, reason: "field 'slides.0.text' has the wrong type"),
      Wrong(
        line: #"{"slides":[{"number":"1"}]}"#,
        reason: "field 'slides.0.number' has the wrong type"),
      Wrong(
        line: #"{"slides":[{"number":1.5}]}"#,
        reason: "field 'slides.0.number' has the wrong type"),
      Wrong(
        line: #"{"slides":[{"notes":1}]}"#, reason: "field 'slides.0.notes' has the wrong type"),
      Wrong(
        line: #"{"slides":[{"hidden":"no"}]}"#,
        reason: "field 'slides.0.hidden' has the wrong type"),
      Wrong(line: #"{"text":"","labels":["a"]}"#, reason: "field 'labels' has the wrong type"),
      Wrong(
        line: #"{"text":"","labels":{"depth":["basic"]}}"#,
        reason: "field 'labels.depth' has the wrong type"),
      Wrong(line: #"{"id":"a"}"#, id: "a", reason: "no 'title', 'slides' or 'text'"),
    ])
  func wrongTypes(_ wrong: Wrong) {
    do throws(IngestionError) {
      _ = try talk(wrong.line)
      Issue.record("was read")
    } catch {
      #expect(error.reason == wrong.reason)
      #expect(error.id == wrong.id)
      #expect(error.location == location)
    }
  }

  @Test("say that labels alone belong elsewhere")
  func labelsAlone() {
    #expect(throws: IngestionError.self) { try talk(#"{"id":"a","labels":{"depth":"basic"}}"#) }
  }

  @Test("come back equal after they are written, whatever they hold")
  func roundTrip() throws {
    let hostile = [
      "", "a\"b\\c/\n\r\t", "\0\u{1}\u{1F}\u{7F}", "\u{2028}\u{2029}\u{A8}\u{E2}",
      "が\u{3099}か\u{3099}",
      "😀👨‍👩‍👧🇯🇵", "\u{FEFF}\u{FFFD}\u{10FFFF}", "</script>", String(repeating: "漢字\n", count: 5_000),
    ]
    for text in hostile {
      let written = Talk(
        id: text, title: text, speaker: text, event: text, url: text,
        slides: [
          Slide(number: -1, text: text, speakerNotes: text, isHidden: true),
          Slide(number: .max, text: text),
        ],
        labels: [text: text],
        additionalFields: [AdditionalField(name: "x" + text, json: "1")])
      let line = TalkJSON.line(written)
      let read = try talk(String(line.dropLast()))
      #expect(read == written)
      #expect(Array(read.title.utf8) == Array(text.utf8))
      #expect(line.utf8.count(where: { $0 == 0x0A }) == 1)
      #expect(TalkJSON.line(read) == line)
    }
  }

  @Test(
    "pass unknown fields through unchanged",
    arguments: [
      "123456789012345678901234567890", "-0.0", "1.50", "1e400", "1E-2", "null", "true",
      #""\u3042\n\/""#, #"{"a" : [ {"b":[]} , "]}\"" ],"c":{}}"#, "[]", "[[[1, 2],[3]]]",
    ])
  func passThrough(_ value: String) throws {
    let line = #"{"id":"a","x":\#(value) ,"title":"題","y" : \#(value),"slides":[{"z":\#(value)}]}"#
    let read = try talk(line)
    #expect(
      read.additionalFields == [
        AdditionalField(name: "x", json: value), AdditionalField(name: "y", json: value),
      ])
    #expect(read.slides[0].additionalFields == [AdditionalField(name: "z", json: value)])
    #expect(try talk(String(TalkJSON.line(read).dropLast())) == read)
  }

  @Test("written do not let an additional field hide the talk's own")
  func hiding() throws {
    let written = Talk(
      id: "a", title: "題", additionalFields: [AdditionalField(name: "title", json: "\"x\"")])
    #expect(TalkJSON.line(written) == #"{"id":"a","title":"題","slides":[]}"# + "\n")
  }
}
