/// The characters around a space or line end, each line by itself.
struct GapContext {
  /// Characters kept on each side.
  static let reach = 14

  /// The characters before and after, the nearest first; U+000A beyond the line.
  private(set) var left = InlineArray<14, UInt32>(repeating: 0x0A)
  private(set) var right = InlineArray<14, UInt32>(repeating: 0x0A)
  /// Whether the gap is a line end.
  let isLineEnd: Bool

  /// Reads the characters around the byte at `gap`.
  init(_ text: Span<UInt8>, gap: Int) {
    isLineEnd = text[gap] == 0x0A
    var index = gap
    var count = 0
    while count < Self.reach, index > 0, text[index - 1] != 0x0A {
      index -= 1
      while index > 0, text[index] & 0xC0 == 0x80 { index -= 1 }
      left[count] = CodePoints.decode(text, index).scalar
      count += 1
    }
    index = gap + 1
    count = 0
    while count < Self.reach, index < text.count, text[index] != 0x0A {
      let (scalar, length) = CodePoints.decode(text, index)
      right[count] = scalar
      index += length
      count += 1
    }
  }

  /// The character of three bytes at an offset, as the characters at gaps are.
  static func triple(_ text: Span<UInt8>, _ index: Int) -> UInt32 {
    (UInt32(text[index]) & 0x0F) << 12 | (UInt32(text[index + 1]) & 0x3F) << 6
      | UInt32(text[index + 2]) & 0x3F
  }

  /// How many characters before the gap have one symbol, all hiragana taken for one.
  var leftRun: Int { Self.run(left) }
  /// How many after it.
  var rightRun: Int { Self.run(right) }

  private static func run(_ side: borrowing InlineArray<14, UInt32>) -> Int {
    let kind = Self.kind(side[0])
    var count = 1
    while count < reach, Self.kind(side[count]) == kind { count += 1 }
    return count
  }

  /// The symbol of a character, with one for all hiragana.
  static func kind(_ scalar: UInt32) -> UInt8 { max(JapaneseModel.symbol(scalar), 82) }

  /// Whether one character stands alone between the gap and another.
  var isLeftAlone: Bool { left[1] == 0x20 || left[1] == 0x0A }
  /// Whether one character stands alone after the gap.
  var isRightAlone: Bool { right[1] == 0x20 || right[1] == 0x0A }

  /// The characters of one side that are katakana, in the order of reading.
  func katakana() -> (left: String, right: String) {
    var word: [UInt32] = []
    for index in (0..<leftRun).reversed() { word.append(left[index]) }
    let before = Self.string(word)
    word.removeAll()
    for index in 0..<rightRun { word.append(right[index]) }
    return (before, Self.string(word))
  }

  private static func string(_ scalars: [UInt32]) -> String {
    var string = ""
    string.unicodeScalars.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return string
  }
}
