/// Memory a worker reuses from text to text.
///
/// Not thread-safe: one for each worker. A `~Copyable` value, so the compiler
/// refuses to share it.
public struct TokenizationScratch: ~Copyable {
  var segmenter: WordSegmenter
  var pieces = WordPieces()
  var block: TokenBlock
  /// The names that ``Tokenizer/addTermNames(of:from:usesPairs:scratch:)`` adds to.
  package var names = TermNames()

  /// Opens a worker's memory.
  ///
  /// - Throws: ``ICUError`` when ICU lacks its Japanese data.
  public init() throws(ICUError) {
    segmenter = try WordSegmenter()
    block = TokenBlock()
  }
}
