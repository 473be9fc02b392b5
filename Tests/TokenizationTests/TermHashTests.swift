import Testing

@testable import Tokenization

/// The figures come from another program that has the formula.
@Suite("Hashes of terms")
struct TermHashTests {
  @Test(
    "of words are fixed for all time",
    arguments: [
      ("", 0x9E37_79B9_7F4A_7C15), ("sre", 0x82C3_2D38_7146_E31A),
      ("障害", 0x598A_1A33_4CE1_8507), ("four keys", 0x09B2_29A5_C02A_4252),
      ("𠮷", 0x0C2C_4498_FC9A_86C7),
    ] as [(String, UInt64)])
  func word(text: String, hash: UInt64) {
    #expect(TermHash.word(text) == hash)
  }

  @Test("of pairs are fixed for all time, and depend on the order")
  func pair() {
    let (incident, response) = (TermHash.word("障害"), TermHash.word("対応"))
    #expect(TermHash.pair(incident, response) == 0x11C2_250E_84D6_D773)
    #expect(TermHash.pair(response, incident) == 0x1E5E_8A44_F959_8C95)
  }
}
