import Training
import Evaluation
import Testing

@Suite("Stratified folds")
struct StratifiedFoldsTests {
  struct Case: CustomTestStringConvertible {
    /// Talks of each stratum.
    var sizes: [Int]
    var foldCount: Int
    var testDescription: String { "\(sizes) in \(foldCount)" }
  }

  static let cases = [
    Case(sizes: [12, 12], foldCount: 5), Case(sizes: [1, 9, 13, 5], foldCount: 5),
    Case(sizes: [7, 7, 7], foldCount: 2), Case(sizes: [1, 1, 1, 1], foldCount: 3),
    Case(sizes: [2], foldCount: 5), Case(sizes: [], foldCount: 2),
  ]

  private static func strata(_ sizes: [Int]) -> [Int] {
    // Interleaved, as the talks of a corpus are.
    sizes.enumerated().flatMap { stratum, size in
      (0..<size).map { (place: Double($0) / Double(size), stratum: stratum * 10 - 5) }
    }.sorted { ($0.place, $0.stratum) < ($1.place, $1.stratum) }.map(\.stratum)
  }

  @Test("differ by one talk at most, in all and in every stratum", arguments: cases)
  func areEven(testCase: Case) {
    let strata = Self.strata(testCase.sizes)
    for seed in 0..<10 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let folds = StratifiedFolds.assign(
        strata: strata, foldCount: testCase.foldCount, generator: &generator)
      #expect(folds.count == strata.count)
      #expect(folds.allSatisfy { (0..<testCase.foldCount).contains($0) })
      for stratum in [nil] + Set(strata).map(Optional.some) {
        let counts = (0..<testCase.foldCount).map { fold in
          folds.indices.count { folds[$0] == fold && (stratum == nil || strata[$0] == stratum) }
        }
        let spread = (counts.max() ?? 0) - (counts.min() ?? 0)
        #expect(spread <= 1, "stratum \(String(describing: stratum))")
      }
    }
  }

  @Test("are the same for the same seed and others for another")
  func areSeeded() {
    let strata = Self.strata([12, 12])
    func folds(_ seed: UInt64) -> [Int] {
      var generator = SeededGenerator(seed: seed)
      return StratifiedFolds.assign(strata: strata, foldCount: 5, generator: &generator)
    }
    #expect(folds(1) == folds(1))
    #expect(Set((0..<20).map { folds(UInt64($0)) }).count == 20)
  }

  @Test("of one are a mistake of the program")
  func oneFold() async {
    await #expect(processExitsWith: .failure) {
      var generator = SeededGenerator(seed: 1)
      _ = StratifiedFolds.assign(strata: [0, 0], foldCount: 1, generator: &generator)
    }
  }
}
