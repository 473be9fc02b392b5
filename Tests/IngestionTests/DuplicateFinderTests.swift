import Foundation
import Talks
import TestSupport
import Testing

@testable import Ingestion

@Suite("Duplicates")
struct DuplicateFinderTests {
  private static func deck() throws -> Talk {
    let path = Repository.path("Corpora/pages/transcript-form-feeds.txt")
    return try #require(Reading(of: [path]).talks.first)
  }

  /// The match of the last talk among those before.
  private static func match(_ talks: Talk...) -> DuplicateFinder.Match? {
    var finder = DuplicateFinder()
    var last: DuplicateFinder.Match?
    for talk in talks { last = finder.match(talk) }
    return last
  }

  @Test("are found whatever the source of a deck")
  func sources() throws {
    let talk = try Self.deck()
    let texts = talk.slides.map(\.text)
    let player = texts.enumerated().map {
      "Slide \($0 + 1)\n\nSlide \($0 + 1) text\n\n\($1.replacing("\n", with: " "))\n"
    }.joined(separator: "\n")
    let page =
      "題名の前\n\nTranscript\n\n"
      + texts.enumerated().map {
        "  \($0 + 1). \($1.replacing("\n", with: " "))\n"
      }.joined(separator: "\n")
    let markdown =
      "---\nmarp: true\n---\n\n"
      + texts.map { "# " + $0.replacing("\n", with: "\n\n") }.joined(separator: "\n\n---\n\n")
    let forms: [(String, String, Layout)] = [
      ("a.txt", texts.joined(separator: "\u{C}"), .transcript),
      ("b.txt", player, .player), ("c.txt", page, .speakerDeckNumbered),
      ("d.md", markdown, .markdownDeck),
    ]
    var finder = DuplicateFinder()
    _ = finder.match(talk)
    for (name, text, layout) in forms {
      let ingested = try #require(try Reading(text, named: name).ingested.first)
      #expect(ingested.layout == layout)
      let found = finder.match(ingested.talk)
      let match = try #require(found, "\(name)")
      #expect(match.index == 0)
      #expect(match.id == "transcript-form-feeds")
      #expect(match.likeness > 0.85)
    }
  }

  @Test("are found when slides are in another order")
  func reordered() throws {
    var talk = try Self.deck()
    let original = talk
    talk.slides.reverse()
    let match = try #require(Self.match(original, talk))
    // Eight boundaries of seven shingles each are new, of some five hundred.
    #expect(match.likeness < 1)
    #expect(match.likeness > 0.7)
  }

  @Test("are no talks of which a third differs")
  func third() throws {
    var talk = try Self.deck()
    let original = talk
    for index in talk.slides.indices where index % 3 == 2 {
      let count = talk.slides[index].text.count
      talk.slides[index].text = String(
        (0..<count).map { Character(Unicode.Scalar(UInt8(97 + ($0 * 7 + $0 / 26 + index) % 26))) })
    }
    #expect(Self.match(original, talk) == nil)
    // One slide of nine is less than that.
    var nearly = original
    nearly.slides[4].text = "差し替えた一枚"
    #expect(try #require(Self.match(original, nearly)).likeness > 0.7)
  }

  struct Titles: Sendable, CustomTestStringConvertible {
    var one: String
    var other: String
    var areOne = false
    var testDescription: String { "\(one) and \(other)" }
  }

  @Test(
    "among short talks are equal ones alone",
    arguments: [
      Titles(one: "SLO 入門", other: "ＳＬＯ入門", areOne: true),
      Titles(one: "SLO入門", other: "SLI入門"),
      Titles(one: "C++入門", other: "C#入門"), Titles(one: "C", other: "C++"),
      Titles(one: "🎉", other: "😀"), Titles(one: "?", other: "!"),
    ])
  func short(_ titles: Titles) {
    let match = Self.match(Talk(id: "a", title: titles.one), Talk(id: "b", title: titles.other))
    #expect(match == (titles.areOne ? .init(index: 0, id: "a", likeness: 1) : nil))
    let slides = [Slide(number: 1, text: "本文")]
    let withText = Self.match(
      Talk(id: "a", title: titles.one, slides: slides),
      Talk(id: "b", title: titles.other, slides: slides))
    #expect((withText != nil) == titles.areOne)
  }

  @Test("are no long titles of a series")
  func series() {
    let title = "全社横断の信頼性向上を三年間つづけた組織がサービスレベル目標を捨てて拾いなおすまでに学んだことと学ばなかったこと、そして次の世代の当番たちへ渡したい手順書の話 "
    #expect(
      Self.match(Talk(id: "a", title: title + "前編"), Talk(id: "b", title: title + "後編")) == nil)
  }

  @Test("are not among the invented talks, nor among the real titles")
  func corpora() {
    var finder = DuplicateFinder()
    let talks = FixtureTexts.decks + FixtureTexts.titles
    #expect(talks.count == 148)
    for talk in talks {
      let match = finder.match(talk)
      #expect(match == nil, "\(talk.id)")
    }
    // The same once more: each repeats itself.
    for (index, talk) in talks.enumerated() {
      let match = finder.match(talk)
      #expect(match == .init(index: index, id: talk.id, likeness: 1))
    }
  }

  @Test("name the first talk of several that are equal")
  func first() throws {
    var (one, two, three) = (try Self.deck(), try Self.deck(), try Self.deck())
    (one.id, two.id, three.id) = ("one", "two", "three")
    #expect(Self.match(one, two, three) == .init(index: 0, id: "one", likeness: 1))
  }

  @Test("stand a text of one letter over and over")
  func repetitive() {
    let one = Talk(
      id: "a", title: "あ", slides: [Slide(number: 1, text: String(repeating: "あ", count: 500))])
    let two = Talk(
      id: "b", title: "あ", slides: [Slide(number: 1, text: String(repeating: "あ", count: 900))])
    #expect(Self.match(one, two) == nil)
    #expect(Self.match(one, one)?.likeness == 1)
  }
}
