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
    #expect(documents.count == 137)
  }

  @Test("reads as one talk with rising slide numbers and no blank slide", arguments: documents)
  func slides(_ path: String) throws {
    let reading = Reading(of: [path])
    // A page of fortee may list proposals.
    #expect(reading.results.count == (path.hasSuffix("/fortee-list.txt") ? 3 : 1))
    #expect(reading.failures == [])
    for talk in reading.talks {
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
  }

  @Test(
    "leaves no control character but the line feed, and the tab between the cells of a table",
    arguments: documents)
  func controlCharacters(_ path: String) {
    for talk in Reading(of: [path]).talks {
      for text in [talk.title] + talk.slides.map(\.text) {
        #expect(
          !text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && $0 != "\n"
              && !(path.hasSuffix(".md") && $0 == "\t")
          })
      }
    }
  }

  @Test("reads the same twice", arguments: documents)
  func twice(_ path: String) {
    #expect(Reading(of: [path]).results == Reading(of: [path]).results)
  }

  @Test(
    "gives only characters it has, none more often, unless it is damaged and was mended",
    arguments: documents)
  func subset(_ path: String) throws {
    let stem = URL(filePath: path).deletingPathExtension().lastPathComponent
    guard try !DamagedDecks.damagedTalks().contains(stem) else { return }
    let talks = Reading(of: [path]).talks
    var source = counts(try String(contentsOfFile: path, encoding: .utf8))
    // The bullet stands for Markdown's marks of a list.
    if path.hasSuffix(".md") {
      source["•"] = ["-", "*", "+"].reduce(0) { $0 + source[$1, default: 0] }
    }
    let slides = talks.flatMap(\.slides).map(\.text).joined()
    for text in [talks.map(\.title).joined(), slides] {
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
