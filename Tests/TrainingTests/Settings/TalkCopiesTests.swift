import Features
import Talks
import TestSupport
import Testing
import Tokenization

@testable import Training

@Suite("Copies among talks")
struct TalkCopiesTests {
  private static func originals(_ texts: [String]) throws -> [Int] {
    let counter = TermCounter(tokenizer: try Tokenizer(), settings: FeatureSettings())
    let talks = texts.enumerated().map { index, text in
      Talk(id: "\(index)", title: "", slides: [Slide(number: 1, text: text)])
    }
    return TalkCopies(try CountedTalks(talks, counter: counter, workerCount: 1)).originals
  }

  /// Words w0… of a range, in a fixed order.
  private static func words(_ range: Range<Int>) -> String {
    range.map { "w\($0)x" }.joined(separator: " ")
  }

  @Test("are found in whole texts, texts with a changed word, and chains of them")
  func found() throws {
    let texts = [
      Self.words(0..<200), Self.words(300..<500), Self.words(0..<200) + " more",
      Self.words(30..<200), Self.words(60..<200), "",
    ]
    // The fifth is .7 like the first and .82 like the fourth.
    #expect(try Self.originals(texts) == [0, 1, 0, 0, 0, 5])
  }

  @Test("are not texts that share half of their words, nor empty ones")
  func notFound() throws {
    let texts = [Self.words(0..<200), Self.words(70..<270), "", "", "one two", "one three"]
    #expect(try Self.originals(texts) == [0, 1, 2, 3, 4, 5])
  }

  @Test("are found among short texts by equal words")
  func short() throws {
    #expect(try Self.originals(["はじめてのSLO", "監視の基本", "はじめてのSLO!"]) == [0, 1, 0])
  }

  @Test("are none among the talks of the corpus, and all of its repetition")
  func corpus() throws {
    let texts = TinyCorpus.talks.map { $0.title + "\n" + $0.slides[0].text }
    #expect(try Self.originals(texts) == Array(0..<12))
    #expect(try Self.originals(texts + texts) == Array(0..<12) + Array(0..<12))
  }

  @Test("have the likeness of Jaccard")
  func likeness() {
    #expect(TalkCopies.likeness([1, 2, 3], [2, 3, 4]) == 0.5)
    #expect(TalkCopies.likeness([], []) == 0)
    #expect(TalkCopies.likeness([7], [7]) == 1)
  }
}
