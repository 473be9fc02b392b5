/// Finds the word boundaries that ICU's iterator finds, from ICU's own tables.
///
/// The rules' state machine parts the text into segments; one of ideographs and kana
/// is then cut by ``ShortestPath``. What neither knows how to cut (Thai, Hangul,
/// ideographs beyond the basic plane, kana with marks, text that NFKC would change) is
/// handed to ICU, segment by segment: a rule's boundary starts the machine anew, so
/// each segment stands alone.
///
/// One a worker.
// SAFETY: because the memory is owned by this non-copyable value, has room for every
// text before it is walked, and is freed once.
@safe struct TableBreaker: ~Copyable {
  private let tables: SegmentationTables
  private var memory: ShortestPath.Memory
  private var capacity = 0
  private var unknownPieces = WordPieces()

  init(tables: SegmentationTables) {
    self.tables = tables
    memory = ShortestPath.Memory(unitCount: 0)
  }

  deinit { memory.deallocate() }

  /// Cuts `text` and leaves its pieces in `pieces`.
  ///
  /// - Parameters:
  ///   - text: Any units.
  ///   - pieces: Replaced.
  ///   - fallback: Cuts what the tables do not know.
  /// - Throws: ``ICUError`` when ICU refuses the text.
  mutating func breakWords(
    in text: ArraySlice<UInt16>, into pieces: inout WordPieces, fallback: inout WordBreaker
  ) throws(ICUError) {
    pieces.begin(unitCount: text.count)
    if capacity < text.count {
      capacity = text.count
      memory.deallocate()
      memory = ShortestPath.Memory(unitCount: capacity)
    }
    var position = 0
    while position < text.count {
      let unknown = walk(text, from: position, &pieces)
      position = unknown.upperBound
      guard !unknown.isEmpty else { continue }
      try fallback.breakWords(
        in: text[text.startIndex + unknown.lowerBound..<text.startIndex + unknown.upperBound],
        into: &unknownPieces)
      pieces.append(unknownPieces, offset: unknown.lowerBound)
    }
  }

  /// Cuts the text from a boundary on until its end or a segment that only ICU knows
  /// how to cut, and returns that segment.
  private borrowing func walk(
    _ text: ArraySlice<UInt16>, from start: Int, _ pieces: inout WordPieces
  ) -> Range<Int> {
    var unknown = text.count..<text.count
    let (tables, memory, first) = (tables, memory, pieces.count)
    pieces.count = unsafe text.withUnsafeBufferPointer { text in
      unsafe pieces.ends.withUnsafeMutableBufferPointer { ends in
        unsafe pieces.statuses.withUnsafeMutableBufferPointer { statuses in
          guard let units = text.baseAddress, let ends = ends.baseAddress,
            let statuses = statuses.baseAddress
          else { return first }
          var walk = unsafe SegmentWalk(
            units: units, count: text.count, tables: tables, ends: ends, statuses: statuses,
            memory: memory, pieceCount: first, position: start)
          unknown = unsafe walk.run()
          return unsafe walk.pieceCount
        }
      }
    }
    return unknown
  }
}
