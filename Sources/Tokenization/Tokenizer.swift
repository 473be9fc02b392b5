/// Cuts Japanese text into the words that a model counts.
///
/// In this order: normalization (NFKC, case folding, CJK radicals), ICU's word
/// breaking, lexicon terms kept whole (leftmost longest match), neighbouring
/// katakana pieces joined, then these are dropped:
/// 1. spaces, punctuation, symbols and emoji;
/// 2. numbers, and words of ー alone;
/// 3. words of one character that is no ideograph;
/// 4. stop words (``TokenizationSettings/dropsStopWords``);
/// 5. URLs, e-mail addresses and `@handles`.
///
/// A lexicon term begins and ends where ICU ends a word; an edge that is an
/// ideograph beside another ideograph may lie anywhere.
///
/// Immutable, shared by all workers; the memory that changes is a
/// ``TokenizationScratch``. The same text gives the same tokens in any process.
public struct Tokenizer: Sendable {
  /// The rules in force.
  public let settings: TokenizationSettings
  /// The terms kept whole.
  public let lexicon: Lexicon
  let matcher: LexiconMatcher
  let stopWords: HashTable

  /// Prepares the lexicon and the stop words.
  ///
  /// - Throws: ``ICUError`` when ICU lacks its normalization data.
  public init(
    settings: TokenizationSettings = TokenizationSettings(), lexicon: Lexicon = Lexicon()
  ) throws(ICUError) {
    self.settings = settings
    self.lexicon = lexicon
    matcher = try LexiconMatcher(lexicon, normalize: Self.normalized)
    stopWords = settings.dropsStopWords ? StopWords.table : StopWords.none
  }

  /// The normalized form of a lexicon entry, its key as a feature.
  public func keyword(at entry: Int) -> (text: String, hash: UInt64) {
    (matcher.texts[entry], matcher.hashes[entry])
  }

  /// Text as tokenization sees it: NFKC_Casefold after CJK radicals.
  ///
  /// - Throws: ``ICUError`` when ICU lacks its normalization data.
  public static func normalized(_ text: String) throws(ICUError) -> [UInt16] {
    var normalized = NormalizedText()
    let text = text
    let bytes = text.utf8Span.span
    try normalized.normalize(bytes, 0..<bytes.count)
    return normalized.units
  }

  /// Tokens of a text, block by block.
  ///
  /// A block is a stretch of about ``BlockCutter/target`` bytes that ends with a
  /// line; memory does not grow with the text.
  ///
  /// - Parameters:
  ///   - text: Any text; offsets in tokens are into its UTF-8.
  ///   - scratch: This worker's memory.
  ///   - keepsPlaces: Whether ``Token/byteRange`` is needed; empty otherwise.
  ///   - body: Called with each block in order.
  /// - Throws: ``ICUError`` when ICU refuses the text.
  public func tokenize(
    _ text: String, scratch: inout TokenizationScratch, keepsPlaces: Bool = true,
    body: (borrowing TokenBlock) -> Void
  ) throws(ICUError) {
    let bytes = text.utf8Span.span
    var cutter = BlockCutter()
    scratch.block.keywordTexts = matcher.texts
    while let range = cutter.next(bytes) {
      scratch.block.tokens.removeAll(keepingCapacity: true)
      try scratch.block.normalized.normalize(bytes, range, keepsPlaces: keepsPlaces)
      try scratch.segmenter.breakWords(
        scratch.block.normalized, into: &scratch.pieces)
      unsafe TokenAssembly.appendTokens(
        of: scratch.block.normalized, pieces: scratch.pieces, by: self,
        to: &scratch.block.tokens)
      body(scratch.block)
    }
  }

  /// Adds the names of the terms of a text's next block to those in `scratch`, without
  /// making tokens.
  ///
  /// They are those of the tokens that ``tokenize(_:scratch:keepsPlaces:body:)`` gives
  /// of the block and of their pairs in the order of the text. The fragments of the block
  /// are for ``FragmentTable/find(in:into:)``.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - cutter: Where the next block begins: a new one at the start of the text.
  ///   - usesPairs: Whether pairs of neighbouring words are terms.
  ///   - scratch: This worker's memory, with the names of earlier blocks.
  /// - Returns: Whether there was a block left.
  /// - Throws: ``ICUError`` when ICU refuses the text.
  package func addTermNames(
    of text: String, from cutter: inout BlockCutter, usesPairs: Bool,
    scratch: inout TokenizationScratch
  ) throws(ICUError) -> Bool {
    let bytes = text.utf8Span.span
    guard let range = cutter.next(bytes) else { return false }
    try scratch.block.normalized.normalize(bytes, range, keepsPlaces: false)
    try scratch.segmenter.breakWords(scratch.block.normalized, into: &scratch.pieces)
    scratch.names.beginBlock(
      unitCount: scratch.block.normalized.count, usesPairs: usesPairs)
    unsafe TokenAssembly.appendTokens(
      of: scratch.block.normalized, pieces: scratch.pieces, by: self, to: &scratch.names)
    return true
  }

  /// The words of a text with their places, for display and tests.
  ///
  /// - Throws: ``ICUError`` when ICU refuses the text.
  public func words(in text: String) throws(ICUError) -> [(text: String, token: Token)] {
    var scratch = try TokenizationScratch()
    var words: [(text: String, token: Token)] = []
    try tokenize(text, scratch: &scratch) { block in
      for token in block.tokens { words.append((block.text(of: token), token)) }
    }
    return words
  }
}
