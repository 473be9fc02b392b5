import Testing

@testable import Ingestion

@Suite("A quick look for damage")
struct DamageHintTests {
  /// What the hint looks for, character by character.
  private static func isDamaged(_ text: String) -> Bool {
    var follows = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: break
      case 0..<0x20, 0x7F..<0xA0, 0x2E80..<0x3000, 0xE000..<0xF900, 0xFFFD: return true
      case 0x100..<0x2000 where follows: return true
      default: break
      }
      follows = (0x100..<0x2000).contains(scalar.value)
    }
    return false
  }

  @Test("tells every character of the basic plane, alone and twice, at each place of a block")
  func everyCharacter() {
    let sound = String(repeating: "障害 SRE 対応（監視）…\n", count: 12)
    var found = 0
    for code in UInt32(0)..<0x10000 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      // Another place for each, before a whole block and behind one.
      let place = sound.unicodeScalars.index(
        sound.unicodeScalars.startIndex, offsetBy: Int(code % 150))
      for middle in ["\(scalar)", "\(scalar)\(scalar)"] {
        let before = String(sound.unicodeScalars[..<place])
        let after = String(sound.unicodeScalars[place...])
        let text = before + middle + after
        let isFound = DamageHint.isFound(in: text.utf8Span.span)
        #expect(isFound == Self.isDamaged(text), "U+\(String(code, radix: 16))")
        found += isFound ? 1 : 0
      }
    }
    #expect(found > 10_000)
  }

  @Test("tells damage at every byte of a text of some blocks")
  func everyPlace() {
    for length in 0..<200 {
      let before = String(repeating: "a", count: length)
      for damage in [
        "\u{2F00}", "\u{1}", "\u{7F}", "\u{E000}", "\u{FFFD}", "\u{9A}", "\u{3C0}\u{434}",
      ] {
        for after in ["", "b", String(repeating: "害", count: 50)] {
          let isFound = DamageHint.isFound(in: (before + damage + after).utf8Span.span)
          #expect(isFound, "\(length)")
        }
      }
      let isFound = DamageHint.isFound(in: (before + "\u{3C0} é μ （…）").utf8Span.span)
      #expect(!isFound)
    }
  }
}
