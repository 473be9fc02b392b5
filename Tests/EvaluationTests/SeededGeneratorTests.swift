import Training
import Evaluation
import Testing

@Suite("The seeded generator")
struct SeededGeneratorTests {
  @Test("gives the numbers of SplitMix64")
  func literalValues() {
    // Computed by the published algorithm in Python.
    let known: [(seed: UInt64, values: [UInt64])] = [
      (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]),
      (1, [0x910A_2DEC_8902_5CC1, 0xBEEB_8DA1_658E_EC67, 0xF893_A2EE_FB32_555E]),
      (1_234_567, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]),
      (2024, [0x9F6D_8FEC_F88E_ECD5, 0x18E4_30BB_1511_F2D2, 0x4C6F_7CBF_58DB_A57F]),
    ]
    for (seed, values) in known {
      var generator = SeededGenerator(seed: seed)
      #expect(values.map { _ in generator.next() } == values)
    }
  }

  @Test("gives each stream numbers of its own")
  func streams() {
    var third = SeededGenerator(seed: 2024, stream: 3)
    #expect(
      (0..<3).map { _ in third.next() }
        == [0x8971_0E15_C1E3_8E43, 0xA88D_6FE1_B822_4304, 0xF665_D36E_F0AA_43C3])
    let firsts = (0..<1000).map { stream in
      var generator = SeededGenerator(seed: 2024, stream: UInt64(stream))
      return generator.next()
    }
    #expect(Set(firsts).count == 1000)
  }

  @Test("draws below a bound, every number alike")
  func below() {
    var generator = SeededGenerator(seed: 7)
    #expect(
      (0..<12).map { _ in generator.below(6) } == [3, 0, 0, 3, 4, 3, 4, 0, 5, 5, 1, 4])
    var counts = [Int](repeating: 0, count: 3)
    for _ in 0..<3000 { counts[generator.below(3)] += 1 }
    // Four standard deviations of a third of 3000.
    #expect(counts.allSatisfy { abs($0 - 1000) < 104 })
    #expect((0..<10).allSatisfy { _ in generator.below(1) == 0 })
  }

  @Test("shuffles as Fisher and Yates do")
  func permutation() {
    var generator = SeededGenerator(seed: 7)
    #expect(generator.permutation(8) == [1, 4, 5, 2, 6, 0, 3, 7])
    #expect(generator.permutation(0) == [])
    #expect(generator.permutation(1) == [0])
    let orders = Set((0..<200).map { _ in generator.permutation(3) })
    #expect(orders.count == 6)
  }
}
