@testable import Tokenization

/// The tokenizer on any text.
enum TokenTargets {
  private static let tokenizers: [Tokenizer] = {
    let table = "term\tvariants\nカナリアリリース\tカナリー|canary\nオンコール\ton-call\nslo\t\n"
    let lexicon = (try? Lexicon(tabSeparated: table)) ?? Lexicon()
    let settings = TokenizationSettings(joinsKatakana: false, dropsStopWords: false)
    return [try? Tokenizer(lexicon: lexicon), try? Tokenizer(settings: settings)].compactMap(\.self)
  }()

  /// Tokens stand in the order of the text, within it, on the edges of characters.
  static func tokens(_ bytes: [UInt8]) {
    // Blocks are of 16 KB: some inputs become long enough to be cut.
    let unit = String(decoding: bytes, as: UTF8.self)
    let isLong = bytes.first.map { $0 & 0x0F == 0x0F } ?? false
    let text = isLong ? String(repeating: unit, count: 40_000 / (bytes.count + 1) + 1) : unit
    let utf8 = Array(text.utf8)
    for tokenizer in tokenizers {
      guard let words = try? tokenizer.words(in: text) else { continue }
      var previous = 0..<0
      for (name, token) in words {
        let range = token.byteRange
        precondition(!range.isEmpty && range.upperBound <= utf8.count, "a token outside the text")
        precondition(
          range.lowerBound >= previous.upperBound || range == previous, "tokens overlap")
        precondition(
          isEdge(range.lowerBound, utf8) && isEdge(range.upperBound, utf8), "a cut character")
        precondition(token.hash == TermHash.word(name), "a token of another word's hash")
        previous = range
      }
    }
  }

  private static func isEdge(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
