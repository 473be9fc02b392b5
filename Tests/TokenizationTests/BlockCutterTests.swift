import Training
import Evaluation
import TestSupport
import Testing

@testable import Tokenization

@Suite("Cutting a text into blocks")
struct BlockCutterTests {
  private let target = BlockCutter.target

  @Test("cuts after the last line end within a block")
  func lineEnds() {
    let line = String(repeating: "a", count: 999) + "\n"
    let text = String(repeating: line, count: 20)
    #expect(blocks(of: text) == [0..<16_000, 16_000..<20_000])
  }

  @Test("cuts a long line after its last space, and one without at a character")
  func longLines() {
    let spaced = "a " + String(repeating: "b", count: target)
    #expect(blocks(of: spaced) == [0..<2, 2..<target + 2])
    // 16 384 bytes are 5461 ideographs and one byte.
    let solid = String(repeating: "監", count: 6000)
    #expect(blocks(of: solid) == [0..<16_383, 16_383..<18_000])
    let astral = "a" + String(repeating: "𠮷", count: 5000)
    #expect(blocks(of: astral) == [0..<16_381, 16_381..<20_001])
  }

  @Test("leaves a text whole that fits a block")
  func short() {
    #expect(blocks(of: "") == [])
    #expect(blocks(of: "a\nb c") == [0..<5])
    #expect(blocks(of: String(repeating: "\n", count: target)) == [0..<target])
  }

  @Test("gives blocks that follow each other, none above the target, whatever the text")
  func partition() {
    var generator = SeededGenerator(seed: 3)
    let alphabet = ["a", "監", "𠮷", " ", "\n", "é", "\r\n", "\0"]
    for _ in 0..<20 {
      let weights = (0..<6).map { _ in generator.below(alphabet.count) }
      let text = (0..<30_000).map { _ in alphabet[weights[generator.below(6)]] }.joined()
      let bytes = Array(text.utf8)
      var end = 0
      for block in blocks(of: text) {
        #expect(block.lowerBound == end && !block.isEmpty && block.count <= target)
        end = block.upperBound
        #expect(end == bytes.count || bytes[end] & 0xC0 != 0x80)
      }
      #expect(end == bytes.count)
    }
  }

  @Test("does not change the tokens of a text made of lines")
  func sameTokens() throws {
    let tokenizer = try Tokenizer(lexicon: Lexicon(entries: [LexiconEntry(term: "エラーバジェット")]))
    let text = FixtureTexts.decks.flatMap(\.slides).map(\.text).joined(separator: "\n")
    #expect(blocks(of: text).count > 5)
    var expected: [Token] = []
    var expectedNames: [String] = []
    var offset = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      for (name, token) in try tokenizer.words(in: String(line)) {
        expected.append(token.moved(by: offset))
        expectedNames.append(name)
      }
      offset += line.utf8.count + 1
    }
    let found = try tokenizer.words(in: text)
    #expect(found.map(\.text) == expectedNames)
    #expect(found.map { $0.token.moved(by: 0) } == expected)
  }

  private func blocks(of text: String) -> [Range<Int>] {
    let bytes = text.utf8Span.span
    var cutter = BlockCutter()
    var blocks: [Range<Int>] = []
    while let block = cutter.next(bytes) { blocks.append(block) }
    return blocks
  }
}

extension Token {
  /// The token as in a longer text, without its place in the block.
  fileprivate func moved(by offset: Int) -> Token {
    var token = self
    token.byteRange = byteRange.lowerBound + offset..<byteRange.upperBound + offset
    token.unitRange = 0..<0
    return token
  }
}
