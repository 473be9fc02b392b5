import Ingestion
import TestSupport
import Testing

/// Sizes at which a reader that goes over its input twice for each line would hang.
@Suite("Hostile documents")
struct HostileInputTests {
  private let count = 100_000

  /// A tenth of the lines shows the same where each case is a text of its own.
  private let smallCount = 10_000

  private func repeated(_ line: (Int) -> String) -> String {
    (1...count).map(line).joined()
  }

  @Test("have 100,000 slides between hyphens")
  func transcript() throws {
    let talk = try #require(Reading(repeated { "本文\($0)\n---\n" }).talks.first)
    #expect(talk.slides.count == count)
    #expect(talk.slides.last?.text == "本文100000")
  }

  @Test("have 100,000 slides of a player")
  func player() throws {
    let talk = try #require(Reading(repeated { "Slide \($0)\nSlide \($0) text\nx\n" }).talks.first)
    #expect(talk.slides.count == count)
    #expect(talk.slides.last?.number == count)
  }

  @Test("have 100,000 numbered slides")
  func numbered() throws {
    let text = "題\nTranscript\n" + repeated { "  \($0). x\n" }
    let talk = try #require(Reading(text).talks.first)
    #expect(talk.slides.count == count)
    #expect(talk.slides.last?.number == count)
  }

  @Test(
    "repeat a line that begins something",
    arguments: [
      "Slide 1", "Slide 1 text", "Transcript", "More Decks by 凪", "Tweet", "---", "View Slide",
      "  1. x", "May 02, 2024", "題 ...", "",
    ])
  func repeatedLine(_ line: String) throws {
    let text = "Tweet\n" + String(repeating: line + "\n", count: smallCount) + "終"
    #expect(try Reading(text).results.count == 1)
  }

  @Test("begin the same slide of a player again and again")
  func sameSlide() throws {
    let talk = try #require(
      Reading(String(repeating: "Slide 1\nSlide 1 text\n", count: smallCount)).talks.first)
    #expect(talk.slides.count == 1)
    #expect(talk.slides.first?.text.hasPrefix("Slide 1\nSlide 1 text\nSlide 1\n") == true)
  }

  @Test("are one line of 5 MB")
  func longLine() throws {
    let line = String(repeating: "漢字", count: 850_000)
    let talk = try #require(Reading(line).talks.first)
    #expect(talk.title == "")
    #expect(talk.slides.map(\.text) == [line])
  }

  @Test("are combining marks and joiners alone")
  func combiningMarks() throws {
    let text = String(repeating: "\u{3099}", count: 1000) + "\n\u{200D}\n---\n\u{3099}"
    let talk = try #require(Reading(text).talks.first)
    #expect(talk.slides.map(\.number) == [1, 2])
  }
}
