import TestSupport
import Testing
import Training

@testable import Tokenization

/// ICU's iterator is the judge of every boundary and status.
@Suite("Segmentation by tables")
struct SegmentationDifferenceTests {
  private static let tables = SegmentationEngine.make()

  @Test("is possible with the linked ICU, and agrees on the probe")
  func probe() throws {
    #expect(SegmentationProbe.agrees(try #require(Self.tables)))
    #expect(SegmentationEngine.prepare() == .tables)
    #expect(SegmentationEngine.current == .tables)
  }

  @Test("cuts every fixture as ICU does")
  func fixtures() throws {
    let comparison = try Comparison(try #require(Self.tables))
    for text in FixtureTexts.all {
      try comparison.expectSame(Array(text.utf16))
      try comparison.expectSame(try Tokenizer.normalized(text))
    }
  }

  /// Code points of which a few blocks are mixed in each text.
  private static let blocks: [[UInt32]] =
    ([
      0x20...0x7E, 0x30...0x39, 0x61...0x7A, 0x00...0xFF, 0x300...0x36F, 0x370...0x5FF,
      0x600...0x6FF, 0x900...0x97F, 0xE00...0xEFF, 0x1000...0x109F, 0x1100...0x11FF,
      0x1780...0x17FF, 0x2000...0x206F, 0x2100...0x21FF, 0x2460...0x24FF, 0x2600...0x27BF,
      0x2E80...0x2FDF, 0x3000...0x303F, 0x3041...0x309F, 0x3041...0x3096, 0x3099...0x309C,
      0x30A0...0x30FF, 0x30A1...0x30FA, 0x3130...0x318F, 0x31C0...0x31FF, 0x3200...0x33FF,
      0x3400...0x34FF, 0x4E00...0x9FFF, 0x9F00...0xA000, 0xAC00...0xAFFF, 0xD800...0xDFFF,
      0xF900...0xFAFF, 0xFE00...0xFE0F, 0xFF00...0xFFEF, 0x1B000...0x1B16F, 0x1F1E6...0x1F1FF,
      0x1F300...0x1F6FF, 0x20000...0x2A6DF, 0x2F800...0x2FA1F, 0xE0000...0xE01EF,
    ] as [ClosedRange<UInt32>]).map(Array.init)
    + [
      "のはをがにでとたしてなるいかもれらさすま".unicodeScalars.map(\.value),
      "日本語大学中国年月人東京会社時分間前後上下".unicodeScalars.map(\.value),
      "ーーーンスルトリラアイクシジタテサドロマ".unicodeScalars.map(\.value),
      "'.,;:_-@/\"\r\n\t ".unicodeScalars.map(\.value),
    ]

  @Test("cuts random mixtures of scripts as ICU does", arguments: 1...4)
  func mixtures(seed: UInt64) throws {
    let comparison = try Comparison(try #require(Self.tables))
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<800 {
      let chosen = (0...generator.below(4)).map { _ in
        Self.blocks[generator.below(Self.blocks.count)]
      }
      var units: [UInt16] = []
      for _ in 0...generator.below(80) {
        let block = chosen[generator.below(chosen.count)]
        units += Self.units(of: block[generator.below(block.count)])
      }
      try comparison.expectSame(units)
    }
  }

  @Test("cuts words of the dictionary run together as ICU does", arguments: 1...2)
  func words(seed: UInt64) throws {
    let comparison = try Comparison(try #require(Self.tables))
    let trie = try #require(DictionaryTrie())
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<600 {
      var units: [UInt16] = []
      for _ in 0...generator.below(12) { units += Self.word(of: trie, &generator) }
      try comparison.expectSame(units)
    }
  }

  /// A walk down the trie that ends at a word or before one.
  private static func word(
    of trie: DictionaryTrie, _ generator: inout SeededGenerator
  ) -> [UInt16] {
    var place = trie.root
    var units: [UInt16] = []
    while true {
      var next: [(UInt16, DictionaryTrie.Place)] = []
      trie.forEachNext(place) { next.append(($0, $1)) }
      if next.isEmpty || (!units.isEmpty && generator.below(4) == 0) { return units }
      let (unit, after) = next[generator.below(next.count)]
      units.append(unit)
      place = after
    }
  }

  @Test("cuts every character of the basic plane in contexts as ICU does")
  func everyCharacter() throws {
    let comparison = try Comparison(try #require(Self.tables))
    let contexts = ["a1", "漢", "カ", "_", "\u{3099}"].map { Array($0.utf16) }
    for first in stride(from: 0, to: 0x10000, by: 64) {
      for (index, before) in contexts.enumerated() {
        let after = contexts[(index + first / 64) % contexts.count]
        var units: [UInt16] = []
        for unit in first..<first + 64 {
          units += before + [UInt16(unit)] + after + [0x0A]
        }
        try comparison.expectSame(units)
      }
    }
  }

  @Test(
    "cuts long runs as ICU does",
    arguments: ["監視", "ー", "オブザーバビリティ", "ははは", "𠮷野", "a", "が\u{3099}", "カ_", "1,", "👨\u{200D}"])
  func longRuns(unit: String) throws {
    let comparison = try Comparison(try #require(Self.tables))
    for count in [1, 2, 19, 20, 21, 1000, 20_000] {
      try comparison.expectSame(Array(String(repeating: unit, count: count).utf16))
    }
  }

  @Test("is compared on texts of any length, normalized or not")
  func comparison() throws {
    let texts = ["ＳＲＥの可観測性", "", String(repeating: "障害対応の訓練。", count: 2000)]
    for normalizes in [true, false] {
      let comparison = try #require(
        try SegmentationComparison(texts: texts, normalizes: normalizes))
      let result = try comparison.compare()
      #expect(result.differingBlockCount == 0 && result.firstDifference == nil)
      #expect(result.pieceCount == (try comparison.cutByIterator()))
      #expect(result.pieceCount == (try comparison.cutByTables()))
      #expect(result.pieceCount > 10_000)
    }
  }

  @Test("hands a run too long for its numbers to ICU")
  func endlessRun() throws {
    let comparison = try Comparison(try #require(Self.tables))
    try comparison.expectSame([UInt16](repeating: 0x76E3, count: ShortestPath.maximumRun + 1))
  }

  private static func units(of codePoint: UInt32) -> [UInt16] {
    codePoint > 0xFFFF
      ? [UInt16(0xD7C0 + (codePoint >> 10)), UInt16(0xDC00 + (codePoint & 0x3FF))]
      : [UInt16(codePoint)]
  }
}

/// Both ways of cutting, with memory reused from text to text.
private final class Comparison {
  private var reference: WordBreaker
  private var fallback: WordBreaker
  private var breaker: TableBreaker
  private var (expected, found) = (WordPieces(), WordPieces())

  init(
    _ tables: SegmentationTables, reference: consuming WordBreaker, fallback: consuming WordBreaker
  ) {
    self.reference = reference
    self.fallback = fallback
    breaker = TableBreaker(tables: tables)
  }

  convenience init(_ tables: SegmentationTables) throws {
    let reference = try WordBreaker()
    let fallback = try WordBreaker()
    self.init(tables, reference: reference, fallback: fallback)
  }

  func expectSame(_ units: [UInt16]) throws {
    try reference.breakWords(in: units[...], into: &expected)
    try breaker.breakWords(in: units[...], into: &found, fallback: &fallback)
    #expect(found == expected, "\(units.map { String($0, radix: 16) }.joined(separator: " "))")
  }
}
