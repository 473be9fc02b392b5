import Testing

@testable import Evaluation

@Suite("Calibration")
struct CalibrationTests {
  /// Two poles; the probability of the second, and the truth.
  private static func scored(_ talks: [(Double, Int)]) -> ScoredTalks {
    ScoredTalks(
      poleCount: 2, classes: talks.map(\.1), probabilities: talks.map { [1 - $0.0, $0.0] })
  }

  @Test("bins, expected error and coverage are those worked out by hand")
  func literal() {
    // Chosen poles at .9 right, .9 wrong (second pole), .75 right (first pole),
    // .5 right (a tie goes to the first), .625 wrong.
    let calibration = Calibration([
      Self.scored([(0.9, 1), (0.9, 0), (0.25, 0), (0.5, 0), (0.625, 0)])
    ])
    #expect(
      calibration.bins == [
        .init(from: 0.5, count: 1, probability: 0.5, accuracy: 1),
        .init(from: 0.6, count: 1, probability: 0.625, accuracy: 0),
        .init(from: 0.7, count: 1, probability: 0.75, accuracy: 1),
        .init(from: 0.9, count: 2, probability: 0.9, accuracy: 0.5),
      ])
    // (.5 + .625 + .25 + 2 · .4) / 5
    #expect(abs(calibration.expectedError - 0.435) < 1e-12)
    #expect(calibration.coverages.map(\.threshold) == [0.5, 0.6, 0.7, 0.8, 0.9, 0.95])
    #expect(calibration.coverages.map(\.coverage) == [1, 0.8, 0.6, 0.4, 0.4, 0])
    #expect(calibration.coverages.map(\.accuracy) == [0.6, 0.5, 2 / 3.0, 0.5, 0.5, nil])
  }

  @Test("a certain answer falls into the last bin")
  func certain() {
    let calibration = Calibration([Self.scored([(1, 1), (0, 0)])])
    #expect(calibration.bins == [.init(from: 0.9, count: 2, probability: 1, accuracy: 1)])
    #expect(calibration.expectedError == 0)
    #expect(calibration.coverages.allSatisfy { $0.coverage == 1 && $0.accuracy == 1 })
  }

  @Test("repeats count as talks of their own, so equal ones change nothing")
  func repeats() {
    let talks = Self.scored([(0.9, 1), (0.7, 0), (0.3, 0)])
    let (once, twice) = (Calibration([talks]), Calibration([talks, talks]))
    #expect(twice.expectedError == once.expectedError)
    #expect(twice.coverages == once.coverages)
    #expect(twice.bins.map(\.count) == once.bins.map { $0.count * 2 })
  }

  @Test("nothing scored gives no bins and covers nothing")
  func empty() {
    for calibration in [Calibration([]), Calibration([Self.scored([])])] {
      #expect(calibration.bins == [])
      #expect(calibration.expectedError == 0)
      #expect(calibration.coverages.allSatisfy { $0.coverage == 0 && $0.accuracy == nil })
    }
  }
}
