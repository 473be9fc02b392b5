/// Decodes CIDs above ASCII that are no Japanese: fixed-width Latin and kana.
///
/// Fonts with Latin of half an ideograph's width number it from 231, which as code
/// points are é, ĺ and the like. Only runs of these alone are CIDs: words of Latin
/// with diacritics have plain letters too. CIDs 128...159 are control characters
/// as code points, so they can be nothing else.
enum WideLatin {
  private static let leastCount = 2

  /// Copies a part of a text of a broken deck, with such runs decoded.
  static func rewrite(
    _ text: [UInt32], _ range: Range<Int>, into result: inout [UInt32],
    _ notes: inout ReadingNotes
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      while index < range.upperBound, isWide(text[index]) { index += 1 }
      if index - start >= leastCount, !touchesLetter(text, start..<index) {
        for scalar in text[start..<index] { result.append(AdobeJapan1.character(scalar)) }
        notes[.decodedCharacters] += index - start
        continue
      }
      result += text[start..<index]
      guard index < range.upperBound else { return }
      let scalar = text[index]
      if (0x80..<0xA0).contains(scalar), AdobeJapan1.character(scalar) != 0 {
        result.append(AdobeJapan1.character(scalar))
        notes[.decodedCharacters] += 1
      } else {
        result.append(scalar)
      }
      index += 1
    }
  }

  private static func isWide(_ scalar: UInt32) -> Bool {
    (231...389).contains(scalar) && AdobeJapan1.character(scalar) != 0
  }

  private static func touchesLetter(_ text: [UInt32], _ range: Range<Int>) -> Bool {
    let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0
    let after = range.upperBound < text.count ? text[range.upperBound] : 0
    return [before, after].contains { $0 < 0x80 && JapaneseModel.symbol($0) == JapaneseModel.latin }
  }
}
