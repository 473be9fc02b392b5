/// How well a run of ASCII reads as Latin text of slides.
///
/// A bigram model of the characters U+0020...U+007E, where U+0020 stands for the
/// ends of a run. All values are natural logarithms.
final class LatinModel: Sendable {
  /// The one model, made at its first use.
  static let shared = LatinModel()

  /// How far the code points of Latin letters are from their CIDs.
  static let shift: UInt32 = 31

  private static let count = 95
  private let bigrams: [Float]

  private init() {
    bigrams = LatinModelTable.bigrams.flatMap { row in
      row.utf8.map { (Float($0) - 126) / 8 }
    }
  }

  /// ln P(run) of characters of U+0021...U+007E taken as they are.
  func intact(_ run: ArraySlice<UInt32>) -> Float {
    var value: Float = 0
    var previous = 0
    for scalar in run {
      // Controls stand for nothing in text that is intact.
      let next = (0x20...0x7E).contains(scalar) ? Int(scalar) - 0x20 : 0
      value += scalar < 0x20 ? -8 : bigrams[previous * Self.count + next]
      previous = next
    }
    return value + bigrams[previous * Self.count]
  }

  /// ln P(run) when every character is a CID.
  ///
  /// CIDs from 96 are punctuation beyond ASCII: quotation marks and bullets occur.
  func shifted(_ run: ArraySlice<UInt32>) -> Float {
    var value: Float = 0
    var previous = 0
    for scalar in run {
      var next = 0
      switch scalar {
      case 1...95: next = Int(scalar) - 1
      case 0x60, 0x6C, 0x7A, 0x77, 0x7C: value -= 3  // ’ “ ” • …
      case 0x64, 0x62, 0x70, 0x71, 0x72: value -= 5  // ~ ‘ ﬁ ﬂ –
      default: value -= 9
      }
      value += bigrams[previous * Self.count + next]
      previous = next
    }
    return value + bigrams[previous * Self.count]
  }
}
