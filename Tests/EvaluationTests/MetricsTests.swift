import Evaluation
import Foundation
import Testing

@Suite("Metrics")
struct MetricsTests {
  private static func talks(_ classes: [Int], _ second: [Double]) -> ScoredTalks {
    ScoredTalks(poleCount: 2, classes: classes, probabilities: second.map { [1 - $0, $0] })
  }

  private static func area(_ talks: ScoredTalks, _ weights: [Double]? = nil) -> Double {
    Metrics.rocAUC(
      talks, order: Metrics.rankings(talks), weights: weights ?? talks.classes.map { _ in 1 })
  }

  @Test("a tie is predicted as the first pole")
  func predictions() {
    let talks = ScoredTalks(
      poleCount: 3, classes: [0, 0, 0],
      probabilities: [[0.2, 0.4, 0.4], [0.4, 0.2, 0.4], [0, 0, 1]])
    #expect(talks.predictions == [1, 0, 2])
  }

  @Test("the confusion matrix is true × predicted, in weights")
  func confusion() {
    let matrix = Metrics.confusion(
      classes: [0, 0, 1, 1], predictions: [0, 1, 1, 1], poleCount: 2, weights: [1, 2, 0.5, 3])
    #expect(matrix == [[1, 2], [0, 3.5]])
    #expect(Metrics.accuracy(matrix) == 4.5 / 6.5)
  }

  @Test("F1 is nil for a pole that neither occurs nor was said, 0 for one always missed")
  func f1() {
    let matrix: [[Double]] = [[3, 1, 0], [1, 1, 0], [0, 0, 0]]
    #expect(Metrics.f1(matrix) == [0.75, 0.5, nil])
    #expect(Metrics.macroF1(matrix) == 0.625)
    #expect(Metrics.f1([[0, 2], [0, 0]]) == [0, 0])
    #expect(Metrics.macroF1([[0, 2], [0, 0]]) == 0)
  }

  @Test("nothing has no figures")
  func nothing() {
    let none = Self.talks([], [])
    #expect(Metrics.accuracy([[0, 0], [0, 0]]).isNaN)
    #expect(Metrics.macroF1([[0, 0], [0, 0]]).isNaN)
    #expect(Metrics.logLoss(none, weights: []).isNaN)
    #expect(Self.area(none).isNaN)
  }

  @Test("the area under the curve counts pairs in order, ties half")
  func rocAUC() {
    #expect(Self.area(Self.talks([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4])) == 1)
    #expect(Self.area(Self.talks([1, 1, 0, 0], [0.1, 0.2, 0.3, 0.4])) == 0)
    #expect(Self.area(Self.talks([0, 1, 0, 1], [0.5, 0.5, 0.5, 0.5])) == 0.5)
    // Of 2 × 4 pairs 6 stand right.
    #expect(Self.area(Self.talks([0, 0, 0, 1, 1, 0], [0.1, 0.4, 0.7, 0.8, 0.3, 0.2])) == 0.75)
    #expect(Self.area(Self.talks([1, 1, 1], [0.1, 0.2, 0.3])).isNaN)
    // The only talk of the first pole was not drawn.
    #expect(Self.area(Self.talks([0, 1, 1], [0.1, 0.2, 0.3]), [0, 1, 2]).isNaN)
    // The talk that stands wrong was drawn three times: 1 of 4 pairs.
    #expect(Self.area(Self.talks([0, 0, 1], [0.1, 0.9, 0.5]), [1, 3, 1]) == 0.25)
  }

  @Test("log loss is the mean of -ln p, with p kept off 0 and 1")
  func logLoss() {
    let even = Self.talks([0, 1], [0.5, 0.5])
    #expect(abs(Metrics.logLoss(even, weights: [1, 3]) - log(2)) < 1e-15)
    let sure = Self.talks([1, 0], [0.75, 0.75])
    #expect(
      abs(Metrics.logLoss(sure, weights: [1, 3]) - (-log(0.75) - 3 * log(0.25)) / 4) < 1e-15)
    // -ln 10⁻¹⁵.
    #expect(abs(Metrics.logLoss(Self.talks([1], [0]), weights: [1]) - 34.538776394910684) < 1e-12)
    let certain = Metrics.logLoss(Self.talks([1], [1]), weights: [1])
    #expect(certain > 0 && certain < 1.2e-15)
  }
}
