/// Whether a run of marks can open or close emphasis, by what stands beside it.
///
/// A run opens before a word and closes behind one. Where punctuation is on the inner
/// side, CommonMark wants a space or punctuation on the outer side too; runs of two
/// are let off, since Japanese has no spaces: `**重要。**です`.
struct MarkdownFlanking {
  private(set) var canOpen: Bool
  private(set) var canClose: Bool

  init(_ source: [UInt8], _ run: Range<Int>) {
    let before = Side(source, before: run.lowerBound)
    let after = Side(source, at: run.upperBound)
    let isLenient = run.count >= 2
    let opens =
      after != .space && (isLenient || after != .punctuation || before != .word)
    let closes =
      before != .space && (isLenient || before != .punctuation || after != .word)
    guard source[run.lowerBound] == MarkdownByte.underscore else {
      canOpen = opens
      canClose = closes
      return
    }
    // Within a word, underscores are part of it.
    canOpen = opens && before != .word
    canClose = closes && after != .word
  }

  private enum Side {
    case space, punctuation, word

    init(_ source: [UInt8], at index: Int) {
      guard index < source.count else {
        self = .space
        return
      }
      self = Self.side(source, index)
    }

    init(_ source: [UInt8], before index: Int) {
      guard index > 0 else {
        self = .space
        return
      }
      var start = index - 1
      while start > 0, index - start < 4, source[start] & 0xC0 == 0x80 { start -= 1 }
      self = Self.side(source, start)
    }

    /// The side that a character beginning at an index is: U+3000 is a space, and
    /// U+2000–206F, U+3001–3020 and the full-width marks are punctuation.
    private static func side(_ source: [UInt8], _ index: Int) -> Side {
      let byte = source[index]
      if byte < 0x80 {
        if MarkdownByte.isSpace(byte) { return .space }
        return MarkdownByte.isPunctuation(byte) && byte != MarkdownByte.underscore
          ? .punctuation : .word
      }
      guard index + 2 < source.count else { return .word }
      switch (byte, source[index + 1], source[index + 2]) {
      case (0xE3, 0x80, 0x80): return .space
      case (0xE3, 0x80, 0x81...0xA0), (0xE2, 0x80, _), (0xE2, 0x81, 0x80...0xAF):
        return .punctuation
      case (0xEF, 0xBC, 0x81...0x8F), (0xEF, 0xBC, 0x9A...0xA0), (0xEF, 0xBC, 0xBB...0xBF),
        (0xEF, 0xBD, 0x9B...0xA5):
        return .punctuation
      default: return .word
      }
    }
  }
}
