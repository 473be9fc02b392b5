import Testing

@testable import Tokenization

@Suite("Normalization")
struct NormalizationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var expected: String
    /// Where each unit's characters stand in the text's UTF-8.
    var ranges: [Range<Int>]

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "half-width kana compose", text: "ﾎﾞﾄﾙ", expected: "ボトル",
      ranges: [0..<6, 6..<9, 9..<12]),
    Case(
      name: "full-width Latin is narrowed and folded", text: "ＳＲｅ", expected: "sre",
      ranges: [0..<3, 3..<6, 6..<9]),
    Case(
      name: "a squared word gives four units with one range", text: "㍿A", expected: "株式会社a",
      ranges: [0..<3, 0..<3, 0..<3, 0..<3, 3..<4]),
    Case(
      name: "a supplement radical becomes its ideograph", text: "⻑⾃", expected: "長自",
      ranges: [0..<3, 3..<6]),
    Case(
      name: "a radical may become an ideograph beyond the basic plane", text: "⺇",
      expected: "𠘨", ranges: [0..<3, 0..<3]),
    Case(
      name: "a stroke becomes its ideograph if it has one", text: "㇐㇇", expected: "一\u{31C7}",
      ranges: [0..<3, 3..<6]),
    Case(
      name: "a dakuten joins its kana", text: "か\u{3099}き", expected: "がき",
      ranges: [0..<6, 6..<9]),
    Case(
      name: "a dakuten passes an accent of higher class", text: "か\u{301}\u{3099}",
      expected: "が\u{301}", ranges: [0..<8, 0..<8]),
    Case(
      name: "an accent joins an ASCII letter", text: "A\u{30A}b", expected: "åb",
      ranges: [0..<3, 3..<4]),
    Case(
      name: "one letter may fold to two", text: "ß", expected: "ss", ranges: [0..<2, 0..<2]),
    Case(
      name: "an ideograph beyond the basic plane has two units", text: "𠮷野", expected: "𠮷野",
      ranges: [0..<4, 0..<4, 4..<7]),
    Case(
      name: "compatibility characters unfold", text: "①Ⅳ㌔", expected: "1ivキロ",
      ranges: [0..<3, 3..<6, 3..<6, 6..<9, 6..<9]),
    Case(name: "an empty text stays empty", text: "", expected: "", ranges: []),
    Case(name: "NUL stays", text: "a\0b", expected: "a\0b", ranges: [0..<1, 1..<2, 2..<3]),
    Case(
      name: "a lone dakuten stays", text: "\u{3099}", expected: "\u{3099}", ranges: [0..<3]),
  ]

  @Test("gives NFKC_Casefold and the way back", arguments: cases)
  func normalForm(of example: Case) throws {
    let normalized = try normalize(example.text)
    #expect(normalized.units == Array(example.expected.utf16))
    #expect(normalized.ranges == example.ranges)
  }

  @Test(
    "leaves out what is invisible",
    arguments: [
      ("オブ\u{AD}ザ", "オブザ"), ("オブ\u{200B}ザ", "オブザ"), ("\u{FEFF}題", "題"),
      ("👨\u{200D}👩\u{200D}👧", "👨👩👧"), ("葛\u{E0100}城", "葛城"), ("\u{200B}", ""),
      ("❤\u{FE0F}", "❤"), ("か\u{AD}\u{3099}", "が"),
    ])
  func invisible(text: String, expected: String) throws {
    #expect(String(decoding: try Tokenizer.normalized(text), as: UTF16.self) == expected)
  }

  /// Count and checksum were computed by another program from Unicode 15.0's
  /// EquivalentUnifiedIdeograph.txt.
  @Test("folds every radical and stroke that has an ideograph, to that ideograph")
  func radicals() throws {
    var count = 0
    var checksum = 0
    for value in Array(0x2E80...0x2FDF) + Array(0x31C0...0x31EF) {
      let scalar = try #require(Unicode.Scalar(UInt32(value)))
      let units = try Tokenizer.normalized(String(scalar))
      let folded = String(decoding: units, as: UTF16.self).unicodeScalars
      guard folded.elementsEqual([scalar]) == false else { continue }
      #expect(folded.count == 1)
      count += 1
      checksum = (checksum * 31 + Int(try #require(folded.first).value)) % 1_000_000_007
    }
    #expect(count == 348)
    #expect(checksum == 65_971_194)
  }

  @Test("points into the whole text when a part of it is normalized")
  func part() throws {
    let text = "前置き㌔後"
    let bytes = text.utf8Span.span
    var normalized = NormalizedText()
    try normalized.normalize(bytes, 9..<12)
    #expect(normalized.units == Array("キロ".utf16))
    #expect(normalized.ranges == [9..<12, 9..<12])
  }

  @Test("cuts a run of ten thousand marks into chunks of bounded length")
  func endlessMarks() throws {
    let text = "か" + String(repeating: "\u{301}", count: 10_000)
    let normalized = try normalize(text)
    #expect(normalized.units.count == 10_001)
    for range in normalized.ranges {
      // か and 63 marks.
      #expect(range.count <= 129)
    }
    #expect(normalized.ends.last == 20_003)
  }
}

/// The normal form of a whole text.
func normalize(_ text: String) throws -> (units: [UInt16], ranges: [Range<Int>], ends: [Int32]) {
  var normalized = NormalizedText()
  let bytes = text.utf8Span.span
  try normalized.normalize(bytes, 0..<bytes.count)
  return (normalized.units, normalized.ranges, Array(normalized.ends[..<normalized.count]))
}

extension NormalizedText {
  var ranges: [Range<Int>] { zip(starts, ends).prefix(count).map { Int($0)..<Int($1) } }
}
