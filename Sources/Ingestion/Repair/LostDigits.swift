/// Finds where digits must have stood that a broken font lost.
///
/// Digits are CIDs 17...26, which as code points are control characters; most
/// programs drop these. What remains is a counter with nothing to count: 年月日
/// for 2024年8月3日. So the count is of places, and a lower bound.
enum LostDigits {
  private static let counters = Set("年月日時分秒円件台倍回個名社章％".unicodeScalars.map(\.value))
  /// What may follow a counter that stands alone: 日間 but not 日本.
  private static let followers = Set("間目以末頃版度前後、。・）」＝～〜の".unicodeScalars.map(\.value))

  /// The places of decoded text where a number is missing.
  ///
  /// - Parameters:
  ///   - characters: The decoded run.
  ///   - before: The character before the run, spaces left out.
  /// - Returns: How many places.
  static func count(in characters: [UInt32], after before: UInt32?) -> Int {
    var count = 0
    // Spaces do not part a number from its counter.
    var previous = before ?? 0x0A
    for (index, scalar) in characters.enumerated() where scalar != 0x20 {
      defer { previous = scalar }
      guard counters.contains(scalar), isOpen(previous) || counters.contains(previous) else {
        continue
      }
      let next = index + 1 < characters.count ? characters[index + 1] : 0x0A
      // Between spaces it is a letter of a title set letter by letter.
      if index > 0, characters[index - 1] == 0x20, next == 0x20 { continue }
      if JapaneseModel.symbol(next) == JapaneseModel.other || counters.contains(next)
        || followers.contains(next)
      {
        count += 1
      }
    }
    return count
  }

  /// Whether nothing that could be a number stands before: 件/日 and (月 has none.
  private static func isOpen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0x2F, 0x3A, 0x2025, 0x2026, 0x300C, 0x30FB, 0xFF08, 0xFF0F, 0xFF1A: false
    default: JapaneseModel.symbol(scalar) == JapaneseModel.other
    }
  }
}
