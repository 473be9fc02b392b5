import Shogen
import TestSupport
import Testing

@testable import Tokenization

@Suite("Tokens of every fixture")
struct TokenInvariantTests {
  let lexicon: Lexicon
  let tokenizers: [Tokenizer]

  init() throws {
    lexicon = try Lexicon(contentsOf: Repository.path("Corpora/lexicons/sre.tsv"))
    tokenizers = [
      try Tokenizer(), try Tokenizer(lexicon: lexicon),
      try Tokenizer(settings: TokenizationSettings(joinsKatakana: false, dropsStopWords: false)),
    ]
  }

  @Test("there are fixtures")
  func fixtures() {
    #expect(FixtureTexts.decks.count == 120)
    #expect(FixtureTexts.titles.count == 28)
    #expect(FixtureTexts.all.count > 500)
  }

  @Test("stand in the order of the text, on character boundaries, without overlap")
  func order() throws {
    for text in FixtureTexts.all {
      for tokenizer in tokenizers { try expectOrder(of: tokenizer.words(in: text), in: text) }
    }
  }

  @Test("are called what stands in their place")
  func names() throws {
    let spellings = try lexicon.entries.map { entry in
      try ([entry.term] + entry.variants).map { try Tokenizer.normalized($0) }
    }
    for text in FixtureTexts.all {
      let bytes = Array(text.utf8)
      for tokenizer in tokenizers {
        for (name, token) in try tokenizer.words(in: text) {
          let slice = String(decoding: bytes[token.byteRange], as: UTF8.self)
          let found = try Tokenizer.normalized(slice)
          if token.kind == .keyword {
            let isSpelling = spellings[Int(token.entry)].contains { contains(found, $0) }
            #expect(isSpelling, "\(slice) is no \(name)")
          } else {
            #expect(contains(found, Array(name.utf16)), "\(slice) is not \(name)")
          }
          #expect(token.hash == TermHash.word(name))
        }
      }
    }
  }

  @Test("do not depend on what the scratch was used for before")
  func reuse() throws {
    for tokenizer in tokenizers {
      let fresh = try FixtureTexts.all.map { try tokenizer.words(in: $0).map(Named.init) }
      var scratch = try TokenizationScratch()
      let forward = try FixtureTexts.all.map { try words(in: $0, tokenizer, &scratch) }
      let backward = try FixtureTexts.all.reversed().map { try words(in: $0, tokenizer, &scratch) }
      #expect(forward == fresh)
      #expect(backward.reversed() == fresh)
    }
  }

  @Test(
    "of a megabyte without a space", arguments: ["a", "監視", "ー", "オブザーバビリティ", "🎉", "が\u{3099}"])
  func megabyte(unit: String) throws {
    let text = String(repeating: unit, count: 1 << 20 / unit.utf8.count)
    var scratch = try TokenizationScratch()
    let tokens = try words(in: text, tokenizers[1], &scratch)
    try expectOrder(of: tokens.map { ($0.text, $0.token) }, in: text)
    if unit == "監視" {
      // A cut may part 監 from 視; it shows at the 64 edges at most.
      #expect(tokens.count { $0.text == "監視" } >= 1 << 20 / 6 - 64)
    }
  }
}

/// A token with its text.
private struct Named: Equatable {
  var text: String
  var token: Token
}

private func words(
  in text: String, _ tokenizer: Tokenizer, _ scratch: inout TokenizationScratch
) throws -> [Named] {
  var words: [Named] = []
  try tokenizer.tokenize(text, scratch: &scratch) { block in
    for token in block.tokens { words.append(Named(text: block.text(of: token), token: token)) }
  }
  return words
}

private func contains(_ units: [UInt16], _ part: [UInt16]) -> Bool {
  units == part || units.indices.contains { units[$0...].starts(with: part) }
}

/// Tokens may share bytes only where one character gave several of them.
private func expectOrder(of tokens: [(text: String, token: Token)], in text: String) throws {
  let bytes = Array(text.utf8)
  func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
  var previous = 0..<0
  for (_, token) in tokens {
    let range = token.byteRange
    try #require(range.lowerBound >= 0 && range.upperBound <= bytes.count && !range.isEmpty)
    #expect(isBoundary(range.lowerBound) && isBoundary(range.upperBound))
    if range.lowerBound < previous.upperBound {
      let shared = range.lowerBound..<previous.upperBound
      #expect(shared.lowerBound >= previous.lowerBound)
      #expect(String(decoding: bytes[shared], as: UTF8.self).unicodeScalars.count == 1)
    }
    previous = range
  }
}
