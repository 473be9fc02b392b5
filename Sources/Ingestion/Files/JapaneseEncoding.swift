/// The encodings Japanese text had before Unicode.
enum JapaneseEncoding: CaseIterable {
  case cp932
  case eucJP

  /// Where the characters of a text stand in JIS X 0208.
  struct Census: Equatable {
    /// Rows of punctuation, letters, kana and the everyday kanji (level 1), with
    /// row 13, where vendors put their circled digits.
    var common = 0
    /// Of them, kana.
    var kana = 0
    /// All other rows, half-width kana and bytes of no character: many are what
    /// reading in the wrong encoding gives.
    var rare = 0

    /// How Japanese it reads, 0...1.
    ///
    /// Chinese and Korean text has characters in the same rows, but no kana; a few
    /// words of Japanese may have none.
    var score: Double {
      let count = common + rare
      guard count > 0, count < 20 || 20 * kana >= count else { return 0 }
      return Double(common) / Double(count)
    }

    fileprivate mutating func add(row: Int) {
      switch row {
      case 4, 5:
        common += 1
        kana += 1
      case 1...3, 13, 16...47: common += 1
      default: rare += 1
      }
    }
  }

  /// Of a hundred characters, so many common ones make a text Japanese.
  private static let minimumScore = 0.6

  /// The encoding in which bytes read best as Japanese, or nil.
  static func best(for bytes: [UInt8]) -> JapaneseEncoding? {
    let scored = allCases.map { (encoding: $0, score: $0.census(of: bytes).score) }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score >= minimumScore
    else { return nil }
    return best.encoding
  }

  /// The text, or nil when it is not in this encoding.
  func decoded(_ bytes: [UInt8]) -> EncodingConversion.Decoded? {
    // The vendors' tables: their circled digits are in every other slide.
    CharacterConverter.decoded(bytes, from: self == .cp932 ? "CP932" : "EUC-JP-MS")
  }

  /// Counts the characters of a text by their rows.
  func census(of bytes: [UInt8]) -> Census {
    var census = Census()
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      index += 1
      guard lead >= 0x80 else { continue }
      let trail = index < bytes.count ? bytes[index] : 0
      let row = self == .cp932 ? Self.cp932Row(lead, trail) : Self.eucJPRow(lead, trail)
      if let row {
        census.add(row: row)
        index += 1
      } else {
        census.rare += 1
        if self == .eucJP { index += Self.eucJPShiftLength(lead) }
      }
    }
    return census
  }

  private static func cp932Row(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead),
      (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail)
    else { return nil }
    let block = Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)
    return 2 * block + (trail < 0x9F ? 1 : 2)
  }

  /// Bytes after a lead that shifts to half-width kana or to JIS X 0212.
  private static func eucJPShiftLength(_ lead: UInt8) -> Int {
    lead == 0x8E ? 1 : lead == 0x8F ? 2 : 0
  }

  private static func eucJPRow(_ lead: UInt8, _ trail: UInt8) -> Int? {
    guard (0xA1...0xFE).contains(lead), (0xA1...0xFE).contains(trail) else { return nil }
    return Int(lead) - 0xA0
  }
}
