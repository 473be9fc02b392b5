import Training
import CICU
import Evaluation
import Testing

@testable import Tokenization

/// Texts that begin with ー, which ICU cuts in two ways unless it is primed.
private let markedTexts = ["ージョン", "ーあ", "ーザー目標", "ーん漢字", "ーー"]

@Suite("Determinism of word breaking")
struct WordBreakerDeterminismTests {
  @Test("a fresh process cuts a text as it does after kanji were segmented")
  func freshProcess() async {
    await #expect(processExitsWith: .success) {
      var breaker = try WordBreaker()
      let before = try markedTexts.map { try ends(of: $0, by: &breaker) }
      _ = try ends(of: "漢字かなカナ", by: &breaker)
      let after = try markedTexts.map { try ends(of: $0, by: &breaker) }
      #expect(before == after)
      var later = try WordBreaker()
      #expect(try before == markedTexts.map { try ends(of: $0, by: &later) })
    }
  }

  @Test(
    "without the primer a fresh process cuts otherwise than later",
    .enabled(if: UnicodeVersions.icu.hasPrefix("72."), "the quirk is known of ICU 72"))
  func unprimedProcess() async {
    await #expect(processExitsWith: .success) {
      let fresh = try unprimedEnds(of: "ージョン")
      _ = try unprimedEnds(of: "漢字かなカナ")
      let later = try unprimedEnds(of: "ージョン")
      #expect(fresh == [4])
      #expect(later == [2, 4])
    }
  }

  @Test("threads of a cold process agree", arguments: 1...40)
  func coldThreads(run: Int) async throws {
    var breaker = try WordBreaker()
    let expected = try markedTexts.map { try ends(of: $0, by: &breaker) }
    await #expect(processExitsWith: .success) { [run, expected = expected as [[Int32]]] in
      try await withThrowingTaskGroup(of: [[Int32]].self) { group in
        for thread in 0..<4 {
          group.addTask {
            var breaker = try WordBreaker()
            // Half of the threads meet kanji before ー, another half each run.
            if (thread + run).isMultiple(of: 2) { _ = try ends(of: "漢字かな", by: &breaker) }
            return try markedTexts.map { try ends(of: $0, by: &breaker) }
          }
        }
        for try await found in group { #expect(found == expected) }
      }
    }
  }

  @Test(
    "a breaker cuts alike whatever it met before",
    arguments: ["゠゠", "〱〱", "〴゠", "ᥐᥐ", "ภาษาไทย", "한국어", "漢字", "ー", "abc 123", "🎉"])
  func history(past: String) throws {
    for text in markedTexts + ["カナー゠ー", "ー1あ"] {
      var fresh = try WordBreaker()
      var used = try WordBreaker()
      _ = try ends(of: past, by: &used)
      #expect(try ends(of: text, by: &used) == ends(of: text, by: &fresh), "\(text)")
    }
  }

  @Test("a breaker used for many random texts cuts as a fresh one")
  func randomHistory() throws {
    let alphabet = Array("ーー゠〱〵ジョンかー漢字 a1ᥐᦀไน한・々〇ゝヽㇰ@.🎉\n\u{3099}\u{309B}\u{FF70}".utf16)
    var generator = SeededGenerator(seed: 1)
    var used = try WordBreaker()
    for round in 0..<2000 {
      if round.isMultiple(of: 8) { used = try WordBreaker() }
      let units = (0...generator.below(10)).map { _ in
        alphabet[generator.below(alphabet.count)]
      }
      var fresh = try WordBreaker()
      #expect(try ends(of: units, by: &used) == ends(of: units, by: &fresh), "\(units)")
    }
  }
}

private func ends(of text: String, by breaker: inout WordBreaker) throws -> [Int32] {
  try ends(of: Array(text.utf16), by: &breaker)
}

private func ends(of units: [UInt16], by breaker: inout WordBreaker) throws -> [Int32] {
  var pieces = WordPieces()
  try breaker.breakWords(in: units[...], into: &pieces)
  return Array(pieces.ends[..<pieces.count])
}

/// The pieces a new iterator gives that was not primed.
private func unprimedEnds(of text: String) throws -> [Int32] {
  var error: Int32 = 0
  let breaker = try #require(cicu_word_breaker_open_unprimed("ja", &error))
  defer { cicu_word_breaker_close(breaker) }
  let units = Array(text.utf16)
  var ends = [Int32](repeating: 0, count: units.count)
  var statuses = [UInt16](repeating: 0, count: units.count)
  let count = cicu_word_breaker_pieces(
    breaker, units, Int32(units.count), &ends, &statuses, &error)
  try #require(error <= 0)
  return Array(ends[..<Int(count)])
}
