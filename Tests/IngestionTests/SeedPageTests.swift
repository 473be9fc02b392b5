import Foundation
import Ingestion
import TestSupport
import Testing

/// A real page is not ours to ship; who has the one this project began with names it
/// in the environment.
private let seedPage = ProcessInfo.processInfo.environment["SHOGEN_SEED_PAGE"]

@Suite("The page this project began with", .enabled(if: seedPage != nil))
struct SeedPageTests {
  @Test("reads as one talk with its 19 slides in order")
  func read() throws {
    let path = try #require(seedPage)
    let reading = Reading(of: [path])
    #expect(reading.results.count == 1)
    let ingested = try #require(reading.ingested.first)
    let talk = ingested.talk
    #expect(ingested.layout == .speakerDeckPlain)
    #expect(
      talk.title
        == "SRE NEXT 2024 スライドみただけの感想 / Just a quick look at the slides for SRE NEXT 2024")
    #expect(talk.speaker == "kyonmm")
    #expect(talk.slides.map(\.number) == Array(1...19))
    #expect(talk.slides[0].text.hasPrefix("SRE NEXT 2024 スライドみただけの感想 kyon_mm"))
    // From slide 2 on, each ends in its page number, but for two with a footer or a
    // count below it.
    let ends = talk.slides.map { slide in slide.text.split(separator: " ").last.map(String.init) }
    #expect(ends[1] == "2")
    #expect(ends[3] == "4")
    #expect(ends[18] == "19")
  }

  @Test("keeps the other decks it lists out of the slides")
  func otherDecks() throws {
    let path = try #require(seedPage)
    let text = try #require(Reading(of: [path]).talks.first).slides.map(\.text).joined()
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let lists = try #require(lines.firstIndex { $0.hasPrefix("More Decks by") })
    let start = try #require(lines.firstIndex(of: "Transcript"))
    let listed = lines[lists..<start].filter { $0.count > 12 }
    #expect(listed.count > 25)
    for title in listed { #expect(!text.contains(title), "\(title)") }
  }
}
