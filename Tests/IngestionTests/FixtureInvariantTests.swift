import Foundation
import Ingestion
import Talks
import TestSupport
import Testing

/// Every document shipped under Corpora.
private let documents: [String] = InputFiles([
  Repository.path("Corpora/pages"), Repository.path("Corpora/fictional-sre-talks"),
]).files.map(\.path)

@Suite("Every shipped document")
struct FixtureInvariantTests {
  @Test("is there")
  func isThere() {
    #expect(documents.count == 127)
  }

  @Test("reads as one talk with rising slide numbers and no blank slide", arguments: documents)
  func slides(_ path: String) throws {
    let reading = Reading(of: [path])
    #expect(reading.results.count == 1)
    let talk = try #require(reading.talks.first)
    #expect(!talk.title.isEmpty)
    #expect(talk.slides.first?.number ?? 1 >= 1)
    for (slide, next) in zip(talk.slides, talk.slides.dropFirst()) {
      #expect(slide.number < next.number)
    }
    for slide in talk.slides {
      #expect(slide.text.contains { !$0.isWhitespace })
      #expect(slide.text == slide.text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  @Test("leaves no control character but the line feed", arguments: documents)
  func controlCharacters(_ path: String) throws {
    let talk = try #require(Reading(of: [path]).talks.first)
    for text in [talk.title] + talk.slides.map(\.text) {
      #expect(
        !text.unicodeScalars.contains {
          $0.properties.generalCategory == .control && $0 != "\n"
        })
    }
  }

  @Test("reads the same twice", arguments: documents)
  func twice(_ path: String) {
    #expect(Reading(of: [path]).results == Reading(of: [path]).results)
  }

  @Test("gives only characters it has, none more often", arguments: documents)
  func subset(_ path: String) throws {
    let talk = try #require(Reading(of: [path]).talks.first)
    let source = counts(try String(contentsOfFile: path, encoding: .utf8))
    for text in [talk.title, talk.slides.map(\.text).joined()] {
      for (scalar, count) in counts(text) {
        #expect(count <= source[scalar, default: 0], "\(scalar)")
      }
    }
  }

  /// Characters but spaces: mending a cut puts a space for a line end.
  private func counts(_ text: String) -> [Unicode.Scalar: Int] {
    text.unicodeScalars.reduce(into: [:]) { counts, scalar in
      if !scalar.properties.isWhitespace { counts[scalar, default: 0] += 1 }
    }
  }
}
