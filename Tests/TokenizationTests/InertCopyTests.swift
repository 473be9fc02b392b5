import CICU
import Characters
import Testing

@testable import Tokenization

@Suite("Text copied without ICU")
struct InertCopyTests {
  /// Every character is given to the fast copy between letters, kana and marks, and
  /// the whole is compared with one call to ICU.
  @Test("has ICU's normal form for every character of the basic plane in contexts")
  func everyCharacter() throws {
    var normalized = NormalizedText()
    for (before, after) in [("a", "b"), ("か", "漢"), ("Ａ", "\u{3099}"), ("<", "\u{338}")] {
      for value in UInt32(1)...0xFFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        // Radicals and strokes become ideographs before ICU sees them.
        if UnifiedIdeographs.ideograph(for: value) != value { continue }
        let text = before + String(Character(scalar)) + after
        let bytes = text.utf8Span.span
        try normalized.normalize(bytes, 0..<bytes.count)
        let expected = try Self.normalForm(Array(text.utf16))
        if normalized.units != expected { Issue.record("U+\(String(value, radix: 16))") }
      }
    }
  }

  @Test("is the same without places, whatever its length")
  func withoutPlaces() throws {
    var normalized = NormalizedText()
    for length in 0..<70 {
      for tail in ["", "漢字", "É", "か\u{3099}", "\u{AD}"] {
        let text =
          String(
            "The Quick BROWN fox jumps over the Lazy dog's back 0123456789 times!!@[`{"
              .prefix(length)) + tail + "Z"
        let bytes = text.utf8Span.span
        try normalized.normalize(bytes, 0..<bytes.count)
        let (units, ranges) = (normalized.units, normalized.ranges)
        #expect(units == (try Self.normalForm(Array(text.utf16))))
        #expect(ranges.count == units.count)
        try normalized.normalize(bytes, 0..<bytes.count, keepsPlaces: false)
        #expect(normalized.units == units)
      }
    }
  }

  private static func normalForm(_ source: [UInt16]) throws -> [UInt16] {
    var result = [UInt16](repeating: 0, count: 200)
    var error: Int32 = 0
    let count = cicu_nfkc_casefold(
      source, Int32(source.count), &result, Int32(result.count), &error)
    try #require(error <= 0)
    return Array(result[..<Int(count)])
  }
}
