/// How well a text reads as Japanese, and in which order kana are likely.
///
/// A trigram model of symbols: each hiragana is one, the other classes of
/// characters (ideographs, katakana, Latin, all else) are one each. A bigram
/// gives ln P(c | b); 4,000 trigrams, those that say most, correct it. Within a
/// class, ideographs are told by how common they are. All values are natural
/// logarithms.
final class JapaneseModel: Sendable {
  /// The one model, made at its first use.
  static let shared = JapaneseModel()

  /// Symbols: 83 hiragana from U+3041, then these.
  static let hiraganaCount: UInt8 = 83
  static let ideograph: UInt8 = 83
  static let katakana: UInt8 = 84
  static let latin: UInt8 = 85
  static let other: UInt8 = 86
  private static let count = 87

  /// Words of katakana that are common in slides, by ``wordKey(_:)``.
  private let katakanaWords: Set<UInt64>
  private let pairs: CharacterPairs
  private let bigrams: [Float]
  /// Where the trigrams that begin with a pair of symbols start.
  private let starts: [UInt16]
  /// Which third symbols follow a pair, a bit each in two words.
  private let thirds: [UInt64]
  private let corrections: [Float]
  /// For each ideograph from U+4E00, how common it is, from 0 to 3.
  private let tiers: [UInt8]

  private init() {
    bigrams = JapaneseModelTable.bigrams.flatMap { row in
      row.utf8.map { (Float($0) - 126) / 8 }
    }
    var starts = [UInt16](repeating: 0, count: Self.count * Self.count + 1)
    var thirds = [UInt64](repeating: 0, count: 2 * Self.count * Self.count)
    var corrections: [Float] = []
    for row in JapaneseTrigramTable.trigrams {
      let bytes = Array(row.utf8)
      for entry in stride(from: 0, to: bytes.count - 3, by: 4) {
        let pair = Int(bytes[entry] - 33) * Self.count + Int(bytes[entry + 1] - 33)
        starts[pair + 1] += 1
        let third = bytes[entry + 2] - 33
        thirds[2 * pair + Int(third >> 6)] |= 1 << UInt64(third & 63)
        corrections.append((Float(bytes[entry + 3]) - 80) / 8)
      }
    }
    for pair in 1..<starts.count { starts[pair] += starts[pair - 1] }
    self.starts = starts
    self.thirds = thirds
    self.corrections = corrections
    var tiers = [UInt8](repeating: 0, count: 0xA000 - 0x4E00)
    let ideographs = JapaneseModelTable.ideographs.joined().unicodeScalars
    for (rank, scalar) in ideographs.enumerated() where scalar.value >= 0x4E00 {
      tiers[Int(scalar.value) - 0x4E00] = rank < 128 ? 3 : rank < 512 ? 2 : 1
    }
    self.tiers = tiers
    pairs = CharacterPairs(JapaneseModelTable.pairs.joined().unicodeScalars.map(\.value))
    katakanaWords = Set(
      JapaneseModelTable.katakanaWords.flatMap { row in
        row.split(separator: " ").map { Self.wordKey($0.unicodeScalars.map(\.value)) }
      })
  }

  /// A hash (FNV-1a) of a word.
  private static func wordKey(_ word: [UInt32]) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Whether a word of katakana is common in slides.
  func isKatakanaWord(_ word: [UInt32]) -> Bool { katakanaWords.contains(Self.wordKey(word)) }

  /// Whether two ideographs often stand together.
  func isPair(_ first: UInt32, _ second: UInt32) -> Bool {
    pairs.contains(first, second)
  }

  /// The symbol of a character.
  static func symbol(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x3041...0x3093: UInt8(scalar - 0x3041)
    case 0x4E00...0x9FFF, 0x3005, 0x3006, 0xF900...0xFAFF: ideograph
    case 0x30A1...0x30FA, 0x30FC: katakana
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      latin
    default: other
    }
  }

  /// ln P(c | a, b) of symbols.
  func logProbability(of c: UInt8, after a: UInt8, _ b: UInt8) -> Float {
    let value = bigrams[Int(b) * Self.count + Int(c)]
    let pair = Int(a) * Self.count + Int(b)
    let word = 2 * pair + Int(c >> 6)
    let bit = UInt64(1) << UInt64(c & 63)
    guard thirds[word] & bit != 0 else { return value }
    // Corrections are in the order of the third symbols.
    var rank = (thirds[word] & (bit - 1)).nonzeroBitCount
    if c > 63 { rank += thirds[word - 1].nonzeroBitCount }
    return value + corrections[Int(starts[pair]) + rank]
  }

  /// ln P(character | its symbol).
  func logProbability(of scalar: UInt32, symbol: UInt8) -> Float {
    switch symbol {
    case Self.ideograph:
      // The shares of the tiers in the counted text, divided by their sizes.
      guard (0x4E00...0x9FFF).contains(scalar) else { return -9 }
      switch tiers[Int(scalar) - 0x4E00] {
      case 3: return -5.2
      case 2: return -7.2
      case 1: return -9.6
      default: return -12
      }
    case Self.katakana: return -4.2
    case Self.latin: return -4.1
    case Self.other:
      switch scalar {
      case 0x3000...0x3002, 0x300C, 0x300D, 0x30FB, 0xFF01, 0xFF08, 0xFF09, 0xFF1A, 0xFF1F:
        return -2.5
      default: return -6
      }
    default: return 0
    }
  }
}
