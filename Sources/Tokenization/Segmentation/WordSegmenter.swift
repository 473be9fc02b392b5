/// Cuts text at the boundaries of ICU's word iterator, by the fastest way there is.
///
/// A short run begins and ends on ICU's own iterator. Once a process has cut
/// ``SegmentationEngine/unitsBeforeTables`` units, tables are made from ICU's data,
/// which find the same boundaries about six times as fast (``TableBreaker``).
///
/// One a worker.
struct WordSegmenter: ~Copyable {
  private var breaker: WordBreaker
  private var tableBreaker: TableBreaker?

  /// Opens ICU's iterator.
  ///
  /// - Throws: ``ICUError`` when ICU has no word rules or no dictionary.
  init() throws(ICUError) { breaker = try WordBreaker() }

  /// Cuts `text` and leaves its pieces in `pieces`.
  ///
  /// - Throws: ``ICUError`` when ICU refuses the text.
  mutating func breakWords(
    _ text: borrowing NormalizedText, into pieces: inout WordPieces
  ) throws(ICUError) {
    if tableBreaker == nil, let tables = SegmentationEngine.tables(afterUnits: text.count) {
      tableBreaker = TableBreaker(tables: tables)
    }
    let units = text.storage[..<text.count]
    if tableBreaker != nil {
      try tableBreaker?.breakWords(in: units, into: &pieces, fallback: &breaker)
    } else {
      try breaker.breakWords(in: units, into: &pieces)
    }
  }
}
