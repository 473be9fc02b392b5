import Talks
import Testing
import Tokenization

@testable import Features

@Suite("Counting the terms of a talk")
struct TermCounterTests {
  private let talk = Talk(
    id: "talk", title: "障害対応",
    slides: [
      Slide(number: 1, text: "障害の監視\n監視"), Slide(number: 2, text: "対応"),
    ])

  @Test("counts words and neighbors, the title's by its weight")
  func counts() throws {
    #expect(
      try counts(of: talk, FeatureSettings(titleWeight: 3)) == [
        "障害": 4, "対応": 4, "障害 対応": 3, "監視": 2, "障害 監視": 1,
      ])
  }

  @Test("leaves the title out where it weighs nothing")
  func noTitle() throws {
    #expect(
      try counts(of: talk, FeatureSettings(titleWeight: 0)) == [
        "障害": 1, "対応": 1, "監視": 2, "障害 監視": 1,
      ])
  }

  @Test("lets a title weigh less than a slide")
  func lightTitle() throws {
    let counts = try counts(of: talk, FeatureSettings(usesPairs: false, titleWeight: 0.5))
    #expect(counts == ["障害": 1.5, "対応": 1.5, "監視": 2])
  }

  @Test("counts every spelling of a lexicon entry as the entry, also in pairs")
  func keywords() throws {
    let lexicon = Lexicon(entries: [LexiconEntry(term: "Four Keys", variants: ["4Keys"])])
    let talk = Talk(
      id: "talk", title: "", slides: [Slide(number: 1, text: "FOUR KEYS計測\n4keysの計測")])
    let frequencies = try TermFrequencies(
      talks: [talk],
      counter: TermCounter(tokenizer: Tokenizer(lexicon: lexicon), settings: FeatureSettings()))
    #expect(
      frequencies.counts(ofTalk: 0) == [
        Term(text: "four keys", kind: .keyword): 2, Term(text: "計測", kind: .word): 2,
        Term(text: "four keys 計測", kind: .pair): 2,
      ])
  }

  @Test("gives a talk without words no term")
  func empty() throws {
    #expect(try counts(of: Talk(id: "talk", title: "。"), FeatureSettings()) == [:])
  }

  /// Words found by looking for hashes that cancel out in the formula of a pair.
  @Test("counts a term whose hash another term has, and leaves it out")
  func collision() throws {
    #expect(
      TermHash.pair(TermHash.word("klfzyg"), TermHash.word("mkxhgf"))
        == TermHash.pair(TermHash.word("rmfbue"), TermHash.word("tqhxzb")))
    let talks = ["klfzyg mkxhgf", "rmfbue tqhxzb"].map {
      Talk(title: "", text: $0)
    }
    let counter = TermCounter(tokenizer: try Tokenizer(), settings: FeatureSettings())
    let two = try TermFrequencies(talks: talks, counter: counter)
    #expect(two.collisionCount == 1)
    #expect(
      two.counts(ofTalk: 0).keys.map(\.text).sorted() == ["klfzyg", "klfzyg mkxhgf", "mkxhgf"])
    #expect(two.counts(ofTalk: 1).keys.map(\.text).sorted() == ["rmfbue", "tqhxzb"])
    #expect(try TermFrequencies(talks: [talks[0], talks[0]], counter: counter).collisionCount == 0)
  }

  private func counts(of talk: Talk, _ settings: FeatureSettings) throws -> [String: Double] {
    let counter = TermCounter(tokenizer: try Tokenizer(), settings: settings)
    let frequencies = try TermFrequencies(talks: [talk], counter: counter)
    return Dictionary(
      uniqueKeysWithValues: frequencies.counts(ofTalk: 0).map { ($0.key.text, $0.value) })
  }
}
