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
  ///   - before: The character before the run.
  static func count(in characters: [UInt32], after before: UInt32?) -> Int {
    var count = 0
    var previous = before ?? 0x0A
    for (index, scalar) in characters.enumerated() {
      if counters.contains(scalar), isOpen(previous) || counters.contains(previous) {
        let next = index + 1 < characters.count ? characters[index + 1] : 0x0A
        if JapaneseModel.symbol(next) == JapaneseModel.other || counters.contains(next)
          || followers.contains(next)
        {
          count += 1
        }
      }
      previous = scalar
    }
    return count
  }

  /// Whether nothing that could be a number stands before.
  private static func isOpen(_ scalar: UInt32) -> Bool {
    JapaneseModel.symbol(scalar) == JapaneseModel.other && scalar != 0x2025 && scalar != 0x2026
  }
}
