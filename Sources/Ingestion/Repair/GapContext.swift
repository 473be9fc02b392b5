/// The characters around a space or line end, each line by itself.
///
/// The two nearest on each side decide most gaps; what stands further off is read
/// from the text when it is asked for.
struct GapContext {
  /// Characters of a run that are told apart; more are as many.
  static let reach = 14
  /// What stands beyond either end of a line.
  private static let lineEnd: UInt32 = 0x0A

  /// Where the gap is, in bytes.
  let gap: Int
  /// Whether the gap is a line end.
  let isLineEnd: Bool
  /// The two characters before the gap, the nearest first; U+000A beyond the line.
  let left: (UInt32, UInt32)
  /// The two after it.
  let right: (UInt32, UInt32)

  /// Reads the characters around the byte at `gap`, which has a character of three
  /// bytes on each side.
  init(_ text: Span<UInt8>, gap: Int) {
    self.gap = gap
    isLineEnd = text[gap] == 0x0A
    left = (Self.triple(text, gap - 3), Self.before(text, gap - 3).scalar)
    right = (Self.triple(text, gap + 1), Self.after(text, gap + 4).scalar)
  }

  /// The character that ends before an index, and where it begins.
  private static func before(_ text: Span<UInt8>, _ index: Int) -> (scalar: UInt32, start: Int) {
    guard index > 0, text[index - 1] != 0x0A else { return (lineEnd, index) }
    var start = index - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return (CodePoints.decode(text, start).scalar, start)
  }

  /// The character that begins at an index, and where the next one does.
  private static func after(_ text: Span<UInt8>, _ index: Int) -> (scalar: UInt32, end: Int) {
    guard index < text.count, text[index] != 0x0A else { return (lineEnd, index) }
    let (scalar, length) = CodePoints.decode(text, index)
    return (scalar, index + length)
  }

  /// The character of three bytes at an offset, as the characters at gaps are.
  @inline(__always)
  static func triple(_ text: Span<UInt8>, _ index: Int) -> UInt32 {
    (UInt32(text[index]) & 0x0F) << 12 | (UInt32(text[index + 1]) & 0x3F) << 6
      | UInt32(text[index + 2]) & 0x3F
  }

  /// The characters before the gap that have the kind of the nearest, in the order of
  /// reading, and the one that stands before them.
  func leftRun(_ text: Span<UInt8>) -> (run: [UInt32], next: UInt32) {
    var run: [UInt32] = []
    var index = gap
    while true {
      let (scalar, start) = Self.before(text, index)
      guard run.count < Self.reach, Self.kind(scalar) == Self.kind(left.0) else {
        return (run.reversed(), scalar)
      }
      run.append(scalar)
      index = start
    }
  }

  /// The characters after the gap that have the kind of the nearest, and the one that
  /// stands after them.
  func rightRun(_ text: Span<UInt8>) -> (run: [UInt32], next: UInt32) {
    var run: [UInt32] = []
    var index = gap + 1
    while true {
      let (scalar, end) = Self.after(text, index)
      guard run.count < Self.reach, Self.kind(scalar) == Self.kind(right.0) else {
        return (run, scalar)
      }
      run.append(scalar)
      index = end
    }
  }

  /// The symbol of a character, with one for all hiragana.
  static func kind(_ scalar: UInt32) -> UInt8 {
    max(JapaneseModel.symbol(scalar), JapaneseModel.hiraganaCount - 1)
  }

  /// Whether one character stands alone between the gap and another.
  var isLeftAlone: Bool { left.1 == 0x20 || left.1 == Self.lineEnd }
  /// Whether one character stands alone after the gap.
  var isRightAlone: Bool { right.1 == 0x20 || right.1 == Self.lineEnd }

  /// The third character before the gap; the second is a space.
  func thirdLeft(_ text: Span<UInt8>) -> UInt32 { Self.before(text, gap - 4).scalar }
}
