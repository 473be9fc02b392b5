import Foundation
import Talks
import TestSupport
import Testing

@testable import Ingestion

@Suite("Repairing twice")
struct RepairTwiceTests {
  /// Found by fuzzing: mutated slides, parted by U+0001, in which a join made a line
  /// that repeats.
  @Test("changes nothing the second time, even in text that was mutated at random")
  func found() throws {
    let path = Repository.path("Tests/IngestionTests/Fixtures/repair-twice.txt")
    let bytes = try Data(contentsOf: URL(filePath: path))
    let texts = String(decoding: bytes, as: UTF8.self).split(
      separator: "\u{1}", omittingEmptySubsequences: false)
    var content = DeckContent(layout: .transcript)
    content.title = texts.first.map(String.init)
    content.slides = texts.enumerated().map { Slide(number: $0 + 1, text: String($1)) }
    let given = content
    TextRepair().repair(&content)
    let once = content
    #expect(once != given)
    TextRepair().repair(&content)
    #expect(content == once)
  }
}
