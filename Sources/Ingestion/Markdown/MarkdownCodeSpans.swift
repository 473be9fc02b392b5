/// Finds where the code spans of a paragraph end.
struct MarkdownCodeSpans {
  private let source: [UInt8]
  /// Where the last run of backticks of each length begins; made when first asked,
  /// so that a run that nothing closes costs nothing more.
  private var lastRuns: [Int: Int]?

  init(_ source: [UInt8]) { self.source = source }

  /// The index after the run of as many backticks that closes the span opened at an
  /// index, or nil when none does.
  ///
  /// - Complexity: O(*n*) over all calls, when each goes on behind the span found.
  mutating func end(ofSpanAt index: Int, length: Int) -> Int? {
    let lastRuns = self.lastRuns ?? Self.lastRuns(source)
    self.lastRuns = lastRuns
    guard lastRuns[length] ?? -1 > index else { return nil }
    var offset = index + length
    while offset < source.count {
      guard source[offset] == MarkdownByte.backtick else {
        offset += 1
        continue
      }
      let run = offset
      while offset < source.count, source[offset] == MarkdownByte.backtick { offset += 1 }
      if offset - run == length { return offset }
    }
    return nil
  }

  private static func lastRuns(_ source: [UInt8]) -> [Int: Int] {
    var runs: [Int: Int] = [:]
    var offset = 0
    while offset < source.count {
      guard source[offset] == MarkdownByte.backtick else {
        offset += 1
        continue
      }
      let run = offset
      while offset < source.count, source[offset] == MarkdownByte.backtick { offset += 1 }
      runs[offset - run] = run
    }
    return runs
  }
}
