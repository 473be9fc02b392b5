import Ingestion
import Talks
import TestSupport
import Testing

/// A plain transcript and the talk it is.
private struct TranscriptCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var title: String
  var slides: [Slide]
}

private let cases: [TranscriptCase] = [
  TranscriptCase(
    testDescription: "hyphens part slides", text: "表紙\n---\n本文\n", title: "表紙",
    slides: [Slide(number: 1, text: "表紙"), Slide(number: 2, text: "本文")]),
  TranscriptCase(
    testDescription: "form feeds part slides, wherever they stand in a line",
    text: "表紙\u{0C}本文\n\u{0C}\n終\n\u{0C}", title: "表紙",
    slides: [
      Slide(number: 1, text: "表紙"), Slide(number: 2, text: "本文"), Slide(number: 3, text: "終"),
    ]),
  TranscriptCase(
    testDescription: "an empty slide keeps its number", text: "表紙\n---\n \n---\n本文", title: "表紙",
    slides: [Slide(number: 1, text: "表紙"), Slide(number: 3, text: "本文")]),
  TranscriptCase(
    testDescription: "no marks", text: "表紙\n\n\n\n  本文  \n", title: "表紙",
    slides: [Slide(number: 1, text: "表紙\n\n本文")]),
  TranscriptCase(
    testDescription: "longer rules are text", text: "表紙\n----\n本文\n- - -", title: "表紙",
    slides: [Slide(number: 1, text: "表紙\n----\n本文\n- - -")]),
  TranscriptCase(
    testDescription: "a byte order mark and CRLF", text: "\u{FEFF}表紙\r\n---\r\n本文\r\n二行目\r\n",
    title: "表紙",
    slides: [Slide(number: 1, text: "表紙"), Slide(number: 2, text: "本文\n二行目")]),
  TranscriptCase(
    testDescription: "lone carriage returns and vertical tabs", text: "表紙\r本文\u{0B}二行目",
    title: "表紙", slides: [Slide(number: 1, text: "表紙\n本文\n二行目")]),
  TranscriptCase(
    testDescription: "a first line of 100 characters is a title",
    text: String(repeating: "長", count: 100), title: String(repeating: "長", count: 100),
    slides: [Slide(number: 1, text: String(repeating: "長", count: 100))]),
  TranscriptCase(
    testDescription: "a longer first line is none", text: String(repeating: "長", count: 101),
    title: "", slides: [Slide(number: 1, text: String(repeating: "長", count: 101))]),
]

@Suite("Transcript")
struct TranscriptTests {
  @Test("parts slides and takes the first line for the title", arguments: cases)
  private func slides(_ transcript: TranscriptCase) throws {
    let ingested = try #require(Reading(transcript.text).ingested.first)
    #expect(ingested.layout == .transcript)
    #expect(ingested.talk.title == transcript.title)
    #expect(ingested.talk.slides == transcript.slides)
  }

  @Test("reads front matter")
  func frontMatter() throws {
    let text = """
      ---
      Title: 夜の話: その後
      speaker:   凪
      event: 架空の会
      url: https://example.com/a
      theme: dark

      ---
      表紙
      ---
      本文
      """
    let talk = try #require(Reading(text, named: "夜.md").talks.first)
    #expect(
      talk
        == Talk(
          id: "夜", title: "夜の話: その後", speaker: "凪", event: "架空の会", url: "https://example.com/a",
          slides: [Slide(number: 1, text: "表紙"), Slide(number: 2, text: "本文")]))
  }

  @Test("with front matter alone is a talk by its title")
  func titleOnly() throws {
    let talk = try #require(Reading("---\ntitle: 夜の話\n---\n").talks.first)
    #expect(talk == Talk(id: "talk", title: "夜の話"))
  }

  @Test("with an empty title in front matter takes the first line")
  func emptyTitle() throws {
    let talk = try #require(Reading("---\ntitle:\n---\n表紙\n").talks.first)
    #expect(talk.title == "表紙")
    #expect(talk.slides == [Slide(number: 1, text: "表紙")])
  }

  @Test(
    "takes a first slide between hyphens for text, not for front matter",
    arguments: ["SLO: 99.9%", "title なし", "title: 題\nただの文"])
  func notFrontMatter(_ slide: String) throws {
    let talk = try #require(Reading("---\n\(slide)\n---\n本文").talks.first)
    #expect(talk.slides.map(\.text) == [slide, "本文"])
  }

  @Test("counts the control characters it takes out")
  func controlCharacters() throws {
    let ingested = try #require(Reading("表\u{0}紙\u{1B}[0m\u{7F}\n本\u{90}文\t終").ingested.first)
    #expect(ingested.talk.slides == [Slide(number: 1, text: "表紙[0m\n本文\t終")])
    #expect(ingested.notes[.controlCharacters] == 4)
  }

  @Test("of separators alone is an error")
  func separatorsOnly() throws {
    #expect(
      try Reading("---\n\n---\n").failures.map(\.reason)
        == ["neither a title nor slide text in it"])
  }
}
