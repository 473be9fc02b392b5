import Ingestion
import Talks
import TestSupport
import Testing

/// A page of layout B around the lines of its lists and of its slides.
private func page(lists: String = "", slides: String) -> String {
  """
  Speaker Deck
  Sign up for free
  題
  凪
  May 02, 2024
  題
  凪
  May 02, 2024
  Tweet
  More Decks by 凪
  See All by 凪
  別の話
  nagi
  3
  2.5k
  Featured
  See All Featured
  よその話
  yoso
  PRO
  45
  2.3k
  \(lists)Transcript
  \(slides)
  """
}

@Suite("Speaker Deck page")
struct SpeakerDeckPageTests {
  @Test("takes a line `Transcript` among the slides for a slide")
  func transcriptAsSlide() throws {
    let talk = try #require(Reading(page(slides: "表紙\nTranscript\n終わり")).talks.first)
    #expect(talk.slides.map(\.text) == ["表紙", "Transcript", "終わり"])
  }

  @Test(
    "passes over listed decks that are called `Transcript`",
    arguments: [
      "Transcript yoso 1 20 最後の話 yoso 0 7 ",
      "Transcript yoso PRO 1 2.1k 最後の話 yoso PRO 0 7 ",
      "Transcript yoso 1 20 ",
    ])
  func transcriptAsListedTitle(_ words: String) throws {
    let lists = words.replacing(" ", with: "\n")
    let talk = try #require(Reading(page(lists: lists, slides: "表紙\n本文\n終わり")).talks.first)
    #expect(talk.title == "題")
    #expect(talk.slides.map(\.text) == ["表紙", "本文", "終わり"])
  }

  @Test("takes slides of a bare page number for slides, not for a list")
  func bareNumbers() throws {
    let talk = try #require(Reading(page(slides: "表紙\n2\n3\n終わり")).talks.first)
    #expect(talk.slides.map(\.text) == ["表紙", "2", "3", "終わり"])
  }

  @Test("may itself be called `Transcript`")
  func transcriptAsTitle() throws {
    let text = page(slides: "表紙").replacing("\n題\n", with: "\nTranscript\n")
    let talk = try #require(Reading(text).talks.first)
    #expect(talk.title == "Transcript")
    #expect(talk.slides.map(\.text) == ["表紙"])
  }

  @Test("keeps slides that begin as the site's own lines do")
  func markersInSlides() throws {
    let slides = ["表紙", "Tweet 数の推移", "Upgrade to PostgreSQL 17", "Transcript", "終わり"]
    let talk = try #require(
      Reading(page(slides: slides.joined(separator: "\n"))).talks.first)
    #expect(talk.slides.map(\.text) == slides)
  }

  @Test("drops the site's footer, and no slide that names the site or has a mark of its own")
  func footer() throws {
    let slides =
      ["表紙", "© 2024 Speaker Deck, LLC の図を借りた例"] + Array(repeating: "本文", count: 20)
      + ["Speaker Deck, LLC の話", "© 2024 架空倉庫"]
    let footer = "Copyright © 2024 Speaker Deck, LLC. All slide content is its creators'."
    let reading = try Reading(page(slides: (slides + [footer]).joined(separator: "\n")))
    let ingested = try #require(reading.ingested.first)
    #expect(ingested.talk.slides.map(\.text) == slides)
    #expect(ingested.notes[.boilerplateLines] == 23)
  }

  @Test("has no form feed in its slides")
  func formFeeds() throws {
    let talk = try #require(Reading(page(slides: "表紙\u{0C}本文\n終わり\u{0C}")).talks.first)
    #expect(talk.slides.map(\.text) == ["表紙", "本文", "終わり"])
  }

  @Test("is a title alone without a transcript, whatever lists it has")
  func titleOnly() throws {
    let lines = page(slides: "").split(separator: "\n").dropLast()
    for text in [lines[...], lines.filter { !$0.contains(" by ") }[...]] {
      let ingested = try #require(Reading(text.joined(separator: "\n")).ingested.first)
      #expect(ingested.layout == .speakerDeckTitleOnly)
      #expect(ingested.talk.title == "題")
      #expect(ingested.talk.speaker == "凪")
      #expect(ingested.talk.slides.isEmpty)
      #expect(ingested.notes[.missingTranscript] == 1)
    }
  }

  @Test("with a short header and no lists is known by its numbered slides")
  func shortHeader() throws {
    let text = "夜の話 - Speaker Deck\n\nTranscript\n\n  1. 夜の話 凪\n\n  2. まとめ\n"
    let ingested = try #require(Reading(text).ingested.first)
    #expect(ingested.layout == .speakerDeckNumbered)
    #expect(ingested.talk.title == "夜の話")
    #expect(ingested.talk.slides.map(\.text) == ["夜の話 凪", "まとめ"])
  }

  @Test("is not every text with a line `Transcript`")
  func plainText() throws {
    let ingested = try #require(Reading("Tweet の話\nTranscript\nの話\n").ingested.first)
    #expect(ingested.layout == .transcript)
    #expect(ingested.talk.slides.map(\.text) == ["Tweet の話\nTranscript\nの話"])
  }

  @Test("of boilerplate alone is an error with a remedy")
  func boilerplateOnly() throws {
    let text = "Speaker Deck\nSign in\nSign up for free\nFeatured\nSee All Featured\n"
    #expect(
      try Reading(text).failures == [
        IngestionError(
          at: SourceLocation(path: "talk.txt"), reason: "neither a title nor slide text in it",
          remedy: "save the talk's own page, or give its text")
      ])
  }
}
