import Classification
import Foundation
import Testing

@Suite("Risk and coverage")
struct RiskCoverageTests {
  /// Ten predictions at each of four probabilities; 5, 3, 1 and 0 of them are wrong.
  private static let curve = RiskCoverage(
    [(0.55, 5), (0.7, 3), (0.8, 1), (0.95, 0)].flatMap { probability, wrong in
      (0..<10).map { (probability: probability, isRight: $0 >= wrong) }
    })

  @Test("the least threshold that keeps an error rate is chosen")
  func thresholds() {
    // (9 + 1)/41 = .244, (4 + 1)/31 = .161, (1 + 1)/21 = .095, 1/11 = .091.
    #expect(Self.curve.threshold(forErrorRate: 0.25) == 0)
    #expect(Self.curve.threshold(forErrorRate: 0.2) == 0.56)
    #expect(Self.curve.threshold(forErrorRate: 0.1) == 0.71)
    #expect(Self.curve.threshold(forErrorRate: 0.092) == 0.81)
    #expect(Self.curve.threshold(forErrorRate: 0.05) == nil)
    #expect(Self.curve.leastErrorRate == 1 / 11.0)
  }

  @Test("coverage is the share of predictions as sure as the threshold")
  func coverage() {
    #expect(Self.curve.coverage(at: 0) == 1)
    #expect(Self.curve.coverage(at: 0.56) == 0.75)
    #expect(Self.curve.coverage(at: 0.95) == 0.25)
    #expect(Self.curve.coverage(at: 0.97) == 0)
    #expect(Self.curve.coverage(at: .infinity) == 0)
    #expect(RiskCoverage([]).coverage(at: 0.5) == 0)
    #expect(RiskCoverage([]).threshold(forErrorRate: 0.5) == nil)
  }

  @Test("talks placed three times promise no more than talks placed once")
  func repeats() {
    let once = (0..<10).map { (probability: 0.9, isRight: $0 >= 1) }
    let thrice = RiskCoverage(once + once + once, repeatCount: 3)
    #expect(RiskCoverage(once).leastErrorRate == 2 / 11.0)
    #expect(thrice.leastErrorRate == 2 / 11.0)
  }

  @Test("counts that cannot be are refused, others come back as they were")
  func decoding() throws {
    let stored = try JSONEncoder().encode(Self.curve)
    #expect(try JSONDecoder().decode(RiskCoverage.self, from: stored) == Self.curve)
    let zeros = [Int](repeating: 0, count: 100)
    let ones = [Int](repeating: 1, count: 100)
    for (decided, wrong, repeats) in [
      (zeros, ones, 1), (zeros, [], 1), ([1], [1], 1), (ones, ones, 0),
      (ones, zeros.map { $0 - 1 }, 1),
    ] {
      let text = #"{"decided":\#(decided),"wrong":\#(wrong),"repeatCount":\#(repeats)}"#
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(RiskCoverage.self, from: Data(text.utf8))
      }
    }
  }
}
