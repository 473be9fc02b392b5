import Foundation
import Talks
import TestSupport

@testable import Ingestion

/// Clean decks, and what fonts, programs and sites do to them.
enum DamagedDecks {
  /// The fictional talks that are not damaged on purpose, slides only.
  static func clean() throws -> [DeckContent] {
    let folder = Repository.path("Corpora/fictional-sre-talks")
    let damaged = try damagedTalks()
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".txt") && !damaged.contains(String($0.dropLast(4))) }
      .map { name in
        let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        return deck(
          text.components(separatedBy: "\n---\n").dropFirst().map {
            $0.trimmingCharacters(in: .newlines)
          })
      }
  }

  /// Ids of the fictional talks that are damaged on purpose.
  static func damagedTalks() throws -> Set<String> {
    struct Line: Decodable {
      var id: String
      var damaged: Bool?
    }
    let labels = try String(
      contentsOfFile: Repository.path("Corpora/fictional-sre-talks/labels.jsonl"), encoding: .utf8)
    let lines = try labels.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    return Set(lines.filter { $0.damaged == true }.map(\.id))
  }

  /// A deck of slides.
  static func deck(_ slides: [String], title: String? = nil) -> DeckContent {
    var content = DeckContent(layout: .transcript)
    content.title = title
    content.slides = slides.enumerated().map { Slide(number: $0 + 1, text: $1) }
    return content
  }

  /// A deck with each slide's text changed.
  static func changed(_ deck: DeckContent, _ change: (String) -> String) -> DeckContent {
    var deck = deck
    for index in deck.slides.indices { deck.slides[index].text = change(deck.slides[index].text) }
    return deck
  }

  /// Text as a program shows it that takes CIDs for code points.
  ///
  /// With `latin` ASCII is of the same font: digits, spaces and some marks become
  /// controls, which are dropped unless `keepsControls`.
  static func mojibake(
    _ text: String, latin: Bool = false, keepsControls: Bool = false, normalized: Bool = false
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if scalar.isASCII {
        if latin, value > 0x20, value < 0x7F { value -= 31 }
        if value < 0x20, value != 0x0A, !keepsControls || [9, 0x0B, 0x0C, 0x0D].contains(value) {
          continue
        }
        if latin, scalar.value == 0x29 || scalar.value == 0x28 { continue }
      } else {
        if let cid = Mojibake.cids[value], latin || cid >= 633 { value = cid }
      }
      result.unicodeScalars.append(Unicode.Scalar(value) ?? scalar)
    }
    return normalized ? result.precomposedStringWithCanonicalMapping : result
  }

  /// The share of lines of `expected` that `actual` has in the same place.
  static func recovery(_ actual: [DeckContent], _ expected: [DeckContent]) -> Double {
    var count = 0
    var same = 0
    for (one, other) in zip(actual, expected) {
      for (a, b) in zip(one.slides, other.slides) {
        let wanted = b.text.components(separatedBy: "\n").filter { !$0.isEmpty }
        let found = a.text.components(separatedBy: "\n").filter { !$0.isEmpty }
        count += wanted.count
        if wanted.count == found.count {
          same += zip(wanted, found).count(where: { $0 == $1 })
        } else {
          var rest = found[...]
          for line in wanted {
            if let index = rest.firstIndex(of: line) {
              same += 1
              rest = rest[(index + 1)...]
            }
          }
        }
      }
    }
    return Double(same) / Double(max(1, count))
  }

  /// A repaired copy.
  static func repaired(_ deck: DeckContent) -> DeckContent {
    var deck = deck
    TextRepair().repair(&deck)
    return deck
  }
}

/// A small generator of numbers, the same on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var value = state
    value ^= value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    return value ^ value >> 33
  }
}
