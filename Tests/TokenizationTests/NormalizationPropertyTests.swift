import Training
import CICU
import Characters
import Evaluation
import Testing

@testable import Tokenization

@Suite("Normalization of random text")
struct NormalizationPropertyTests {
  /// Blocks of code points that normalization changes, joins, reorders, removes or
  /// leaves alone.
  private static let blocks: [ClosedRange<UInt32>] = [
    0x00...0x7F, 0x20...0x7E, 0x80...0x24F, 0x300...0x36F, 0x370...0x5FF, 0x600...0x6FF,
    0x900...0x97F, 0x9BE...0x9D7, 0xE00...0xEFF, 0xF00...0xFBC, 0x1000...0x109F, 0x1100...0x11FF,
    0x1E00...0x1FFF, 0x2000...0x206F, 0x20D0...0x20F0, 0x2100...0x214F, 0x2460...0x24FF,
    0x2E80...0x2FDF, 0x2FF0...0x303F, 0x3041...0x309F, 0x3099...0x309A, 0x30A0...0x30FF,
    0x3130...0x318F, 0x31C0...0x31FF, 0x3200...0x33FF, 0x4E00...0x4FFF, 0xAC00...0xADFF,
    0xF900...0xFAFF, 0xFB00...0xFDFF, 0xFE00...0xFE0F, 0xFF00...0xFFFF, 0x1D15E...0x1D172,
    0x1D400...0x1D7FF, 0x1F300...0x1F6FF, 0x20000...0x200FF, 0x2F800...0x2FA1F,
    0xE0000...0xE01EF, 0x110B0...0x110BA,
  ]

  @Test("chunk by chunk equals the whole, and every range is on character boundaries")
  func chunksEqualWhole() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<3000 {
      let text = Self.randomText(&generator)
      let normalized = try normalize(text)
      #expect(
        try normalized.units == wholeNormalForm(of: text), "\(text.unicodeScalars.map(\.value))")
      expectCharacterBoundaries(normalized.ranges, in: text)
    }
  }

  /// At most 60 code points, so that no chunk is cut for its length.
  private static func randomText(_ generator: inout SeededGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    // Few blocks a text, so that characters meet others they combine with.
    let chosen = (0..<4).map { _ in blocks[generator.below(blocks.count)] }
    for _ in 0...generator.below(60) {
      let block = chosen[generator.below(chosen.count)]
      let value = block.lowerBound + UInt32(generator.below(block.count))
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  private func expectCharacterBoundaries(_ ranges: [Range<Int>], in text: String) {
    let bytes = Array(text.utf8)
    func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
    var previous = 0..<0
    for range in ranges {
      #expect(isBoundary(range.lowerBound) && isBoundary(range.upperBound) && !range.isEmpty)
      #expect(range == previous || range.lowerBound >= previous.upperBound)
      previous = range
    }
  }
}

/// NFKC_Casefold of a text by one call to ICU, after radicals were replaced.
private func wholeNormalForm(of text: String) throws -> [UInt16] {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let ideograph = UnifiedIdeographs.ideograph(for: scalar.value)
    scalars.append(try #require(Unicode.Scalar(ideograph)))
  }
  let source = Array(String(scalars).utf16)
  var result = [UInt16](repeating: 0, count: source.count * 20 + 20)
  var error: Int32 = 0
  let count = cicu_nfkc_casefold(
    source, Int32(source.count), &result, Int32(result.count), &error)
  try #require(error <= 0 && count <= result.count)
  return Array(result[..<Int(count)])
}
