import Ingestion
import Talks
import Testing

@testable import Reporting

@Suite("Source field")
struct SourceJSONTests {
  private static func line(_ ingested: IngestedTalk) -> String {
    TalkJSON.line(SourceJSON.annotated(ingested))
  }

  @Test("tells path, line, layout, and what was mended and lost")
  func fields() {
    var notes = ReadingNotes()
    notes[.pictureSlides] = 2
    notes[.radicals] = 7
    notes[.joinedSpaces] = 1
    notes[.emptySlides] = 1
    let talk = Talk(id: "a", title: "題", labels: ["depth": "basic"])
    #expect(
      Self.line(
        IngestedTalk(
          talk: talk, location: SourceLocation(path: "b \"c\".jsonl", line: 12),
          layout: .talkLines, notes: notes))
        == #"{"id":"a","title":"題","slides":[],"labels":{"depth":"basic"},"#
        + #""source":{"path":"b \"c\".jsonl","line":12,"layout":"talk-jsonl","#
        + #""mended":{"radicals":7,"joined-spaces":1},"lost":{"empty-slides":1,"picture-slides":2}}}"#
        + "\n")
  }

  @Test("has no line where the whole file is the talk")
  func document() {
    #expect(
      Self.line(
        IngestedTalk(
          talk: Talk(id: "a", title: "題"), location: SourceLocation(path: "-"), layout: .pdf))
        == #"{"id":"a","title":"題","slides":[],"#
        + #""source":{"path":"-","layout":"pdf","mended":{},"lost":{}}}"# + "\n")
  }

  @Test("of a talk that has one stays, beside its other fields")
  func kept() {
    let fields = [
      AdditionalField(name: "year", json: "2024"), AdditionalField(name: "source", json: #""own""#),
    ]
    let talk = Talk(id: "a", title: "題", additionalFields: fields)
    let ingested = IngestedTalk(
      talk: talk, location: SourceLocation(path: "b", line: 1), layout: .talkLines)
    #expect(SourceJSON.annotated(ingested) == talk)
    var other = ingested
    other.talk.additionalFields.removeLast()
    #expect(SourceJSON.annotated(other).additionalFields.map(\.name) == ["year", "source"])
  }
}
