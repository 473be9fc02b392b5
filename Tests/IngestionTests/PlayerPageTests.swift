import Ingestion
import Talks
import TestSupport
import Testing

@Suite("Player page")
struct PlayerPageTests {
  @Test("leaves slides without text out and keeps the numbers of the others")
  func emptySlide() throws {
    let text =
      "Slide 1\n\nSlide 1 text\n\n表紙\n\nSlide 2\n\nSlide 2 text\n\nNo content\n\n"
      + "Slide 3\n\nSlide 3 text\n\n本文\n"
    let ingested = try #require(Reading(text).ingested.first)
    #expect(ingested.layout == .player)
    #expect(
      ingested.talk.slides == [Slide(number: 1, text: "表紙"), Slide(number: 3, text: "本文")])
    #expect(ingested.notes[.emptySlides] == 1)
  }

  @Test("reads on after a gap, with the page's own numbers")
  func gap() throws {
    let text = "Slide 2\nSlide 2 text\n表紙\nSlide 7\nSlide 7 text\n本文\n"
    let talk = try #require(Reading(text).talks.first)
    #expect(talk.slides == [Slide(number: 2, text: "表紙"), Slide(number: 7, text: "本文")])
  }

  @Test("takes title and user from a header that has them")
  func header() throws {
    let text = """
      夜の話
      by
      凪
      Link
      Embed
      Share
      Beginning
      This slide
      Slide 1
      Slide 1 text
      表紙
      """
    let ingested = try #require(Reading(text).ingested.first)
    #expect(ingested.talk.title == "夜の話")
    #expect(ingested.talk.speaker == "凪")
    #expect(ingested.talk.slides == [Slide(number: 1, text: "表紙")])
    #expect(ingested.notes[.boilerplateLines] == 8)
  }

  @Test("takes a heading that does not rise, or has no text line, for text")
  func headingsInText() throws {
    let text = "Slide 2\nSlide 2 text\n表紙\nSlide 1\nSlide 1 text\nSlide 9\nまとめ\n"
    let talk = try #require(Reading(text).talks.first)
    #expect(
      talk.slides == [Slide(number: 2, text: "表紙\nSlide 1\nSlide 1 text\nSlide 9\nまとめ")])
  }

  @Test("is not every text that numbers slides")
  func plainText() throws {
    let ingested = try #require(Reading("Slide 1\n表紙\nSlide 2\n本文\n").ingested.first)
    #expect(ingested.layout == .transcript)
    #expect(ingested.notes == ReadingNotes())
  }
}
