import Talks
import Testing
import Tokenization

@testable import Features

@Suite("Fragments")
struct FragmentTests {
  private static let settings = FeatureSettings(
    usesPairs: false, usesFragments: true, titleWeight: 0)

  /// The fragments of a text with their counts.
  private func fragments(of text: String) throws -> [String: Double] {
    let talk = Talk(id: "talk", title: "", slides: [Slide(number: 1, text: text)])
    let frequencies = try TermFrequencies(
      talks: [talk], counter: TermCounter(tokenizer: Tokenizer(), settings: Self.settings))
    var found: [String: Double] = [:]
    for (term, count) in frequencies.counts(ofTalk: 0) where term.kind == .fragment {
      found[term.text] = count
    }
    return found
  }

  @Test("are two and three neighboring characters, across words and marks")
  func neighbors() throws {
    #expect(try fragments(of: "障害の。") == ["障害": 1, "害の": 1, "の。": 1, "障害の": 1, "害の。": 1])
  }

  @Test("take any stretch of spaces and line ends for one space")
  func spaces() throws {
    #expect(
      try fragments(of: "a \n\u{3000}\tb") == ["a ": 1, " b": 1, "a b": 1])
  }

  @Test("never cut a character of two UTF-16 units")
  func surrogates() throws {
    #expect(try fragments(of: "監視😀対応") == ["監視": 1, "対応": 1])
  }

  @Test("are counted by how often they occur")
  func counts() throws {
    #expect(try fragments(of: "ああああ") == ["ああ": 3, "あああ": 2])
  }

  @Test("share no hash with each other or with the word of the same text")
  func hashes() {
    var hashes: Set<UInt64> = []
    for first in UInt16(0x3041)...0x3060 {
      for second in UInt16(0x3041)...0x3060 {
        hashes.insert(TermHash.fragment(first, second))
        hashes.insert(TermHash.fragment(first, second, 0x3042))
        hashes.insert(TermHash.word([first, second].span))
      }
    }
    #expect(hashes.count == 3 * 32 * 32)
  }

  @Test("need two talks, where a word needs one")
  func documentFrequency() throws {
    let talks = ["障害", "障子"].map {
      Talk(id: $0, title: "", slides: [Slide(number: 1, text: $0 + "だよ")])
    }
    let frequencies = try TermFrequencies(
      talks: talks, counter: TermCounter(tokenizer: Tokenizer(), settings: Self.settings))
    var settings = Self.settings
    settings.minimumDocumentFrequency = 1
    let vocabulary = try Vocabulary(
      learningFrom: frequencies, rows: [0, 1], settings: settings)
    #expect(vocabulary.terms.filter { $0.kind == .fragment }.map(\.text) == ["だよ"])
    #expect(vocabulary.terms.contains(Term(text: "障害", kind: .word)))
  }
}
