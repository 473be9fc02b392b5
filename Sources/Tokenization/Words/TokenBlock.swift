/// The tokens of one block of text.
///
/// Lent for the length of one call: copy what must outlive it.
public struct TokenBlock: ~Copyable {
  /// The tokens in the order of the text.
  public internal(set) var tokens: [Token] = []
  var normalized = NormalizedText()
  var keywordTexts: [String] = []

  /// The normalized text of a token of this block; the preferred form for a
  /// keyword.
  public func text(of token: Token) -> String {
    if token.kind == .keyword { return keywordTexts[Int(token.entry)] }
    let range = Int(token.unitRange.lowerBound)..<Int(token.unitRange.upperBound)
    return String(decoding: normalized.storage[range], as: UTF16.self)
  }

  /// A second hash of a token's normalized text (FNV-1a over UTF-16 units), by which two
  /// texts of one ``Token/hash`` are told apart.
  package func check(of token: Token) -> UInt64 {
    let units = normalized.storage.span
    var check: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in Int(token.unitRange.lowerBound)..<Int(token.unitRange.upperBound) {
      check = (check ^ UInt64(units[index])) &* 0x100_0000_01B3
    }
    return check
  }

  /// The normalized text of the block as UTF-16; a copy.
  package var units: [UInt16] { normalized.units }

  /// The bytes of the original text that a stretch of the normalized text comes from.
  package func byteRange(ofUnits range: Range<Int>) -> Range<Int> {
    Int(normalized.starts[range.lowerBound])..<Int(normalized.ends[range.upperBound - 1])
  }
}
