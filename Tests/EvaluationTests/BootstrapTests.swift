import Testing

@testable import Evaluation

@Suite("The bootstrap")
struct BootstrapTests {
  private static func estimate(
    _ count: Int, seed: UInt64 = 1, _ figure: @escaping ([Double]) -> Double
  ) -> Estimate {
    Bootstrap(seed: seed).estimates(talkCount: count) { [figure($0)] }[0]
  }

  /// The share of the talks that are right, the first `right` of them.
  private static func share(_ right: Int) -> ([Double]) -> Double {
    { weights in weights[..<right].reduce(0, +) / weights.reduce(0, +) }
  }

  @Test(
    "of 5 right in 10 gives the binomial interval 0.2 to 0.8", arguments: [1, 2, 3, 2024])
  func binomial(seed: UInt64) {
    // P(X ≤ 1) is 0.0107 and P(X ≤ 2) 0.0547 of a binomial of 10 and ½: five and
    // four standard deviations of a thousand draws from 0.025.
    let estimate = Self.estimate(10, seed: seed, Self.share(5))
    #expect(estimate == Estimate(value: 0.5, low: 0.2, high: 0.8))
  }

  @Test("of all right gives no width")
  func certain() {
    #expect(Self.estimate(8, Self.share(8)) == Estimate(value: 1, low: 1, high: 1))
    #expect(Self.estimate(1) { $0[0] } == Estimate(value: 1, low: 1, high: 1))
  }

  @Test("draws as many talks as there are, with replacement")
  func draws() {
    var draws: [[Double]] = []
    _ = Bootstrap(seed: 1).estimates(talkCount: 6) { weights in
      draws.append(weights)
      return [0]
    }
    #expect(draws.count == 1001)
    #expect(draws[0] == [1, 1, 1, 1, 1, 1])
    #expect(draws.allSatisfy { $0.reduce(0, +) == 6 })
    #expect(draws.contains { $0.contains(0) && $0.contains { $0 >= 3 } })
    let means = (0..<6).map { talk in draws.dropFirst().reduce(0) { $0 + $1[talk] } / 1000 }
    // Five standard deviations of the mean of 1000 draws of mean 1, variance 5/6.
    #expect(means.allSatisfy { abs($0 - 1) < 0.145 })
  }

  @Test("leaves out draws that have no such figure")
  func undefined() {
    let estimate = Self.estimate(3) { $0[0] == 0 ? .nan : 2 }
    #expect(estimate == Estimate(value: 2, low: 2, high: 2))
    let none = Self.estimate(0) { _ in .nan }
    #expect(none.value.isNaN && none.low.isNaN && none.high.isNaN)
  }

  @Test("gives the same interval for the same seed")
  func isSeeded() {
    func estimate(_ seed: UInt64) -> Estimate {
      Self.estimate(40, seed: seed) { $0.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 } / 40 }
    }
    #expect(estimate(1) == estimate(1))
    #expect(estimate(1) != estimate(2))
  }
}
