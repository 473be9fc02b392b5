/// Cuts texts by ICU's iterator and by tables, and compares what they find.
///
/// For measurements and for the check on a corpus; ICU is the judge.
public struct SegmentationComparison: Sendable {
  /// What a comparison found.
  public struct Result: Sendable, Equatable {
    /// Pieces that ICU's iterator found.
    public var pieceCount = 0
    /// Blocks in which a boundary or a rule status differs.
    public var differingBlockCount = 0
    /// Where the first of them begins in the blocks, or nil.
    public var firstDifference: Int?
  }

  /// Normalized blocks of the texts.
  private let blocks: [[UInt16]]
  private let tables: SegmentationTables

  /// Cuts the texts into blocks, as tokenization does, and normalizes them, or leaves
  /// them as they are.
  ///
  /// Nil when there are no tables (``SegmentationEngine/Reason``).
  ///
  /// - Throws: ``ICUError`` when ICU lacks its normalization data.
  public init?(texts: [String], normalizes: Bool = true) throws(ICUError) {
    guard let tables = SegmentationEngine.make() else { return nil }
    self.tables = tables
    var blocks: [[UInt16]] = []
    var normalized = NormalizedText()
    for text in texts {
      let bytes = text.utf8Span.span
      var cutter = BlockCutter()
      while let range = cutter.next(bytes) {
        if normalizes {
          try normalized.normalize(bytes, range, keepsPlaces: false)
          blocks.append(normalized.units)
        } else {
          var block: [UInt8] = []
          for offset in range { block.append(bytes[offset]) }
          blocks.append(Array(String(decoding: block, as: UTF8.self).utf16))
        }
      }
    }
    self.blocks = blocks
  }

  /// Cuts every block both ways and compares boundaries and statuses.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func compare() throws(ICUError) -> Result {
    var reference = try WordBreaker()
    var fallback = try WordBreaker()
    var breaker = TableBreaker(tables: tables)
    var (expected, found) = (WordPieces(), WordPieces())
    var result = Result()
    for (index, block) in blocks.enumerated() {
      try reference.breakWords(in: block[...], into: &expected)
      try breaker.breakWords(in: block[...], into: &found, fallback: &fallback)
      result.pieceCount += expected.count
      guard found != expected else { continue }
      result.differingBlockCount += 1
      result.firstDifference = result.firstDifference ?? index
    }
    return result
  }

  /// Cuts every block by ICU's iterator; returns the number of pieces.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func cutByIterator() throws(ICUError) -> Int {
    var breaker = try WordBreaker()
    var pieces = WordPieces()
    var count = 0
    for block in blocks {
      try breaker.breakWords(in: block[...], into: &pieces)
      count += pieces.count
    }
    return count
  }

  /// Cuts every block by the tables; returns the number of pieces.
  ///
  /// - Throws: ``ICUError`` when ICU refuses a text.
  public func cutByTables() throws(ICUError) -> Int {
    var fallback = try WordBreaker()
    var breaker = TableBreaker(tables: tables)
    var pieces = WordPieces()
    var count = 0
    for block in blocks {
      try breaker.breakWords(in: block[...], into: &pieces, fallback: &fallback)
      count += pieces.count
    }
    return count
  }
}
