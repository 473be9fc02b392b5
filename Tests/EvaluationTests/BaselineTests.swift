import Foundation
import Testing

@testable import Evaluation

@Suite("Baselines")
struct BaselineTests {
  private static func report(_ classes: [Int], _ predictions: [Int]) -> AxisReport {
    ReportBuilder(seed: 1).report(
      axis: "depth", poles: ["basic", "advanced"],
      repeats: [
        ScoredTalks(
          poleCount: 2, classes: classes,
          probabilities: predictions.map { $0 == 1 ? [0.25, 0.75] : [0.75, 0.25] })
      ])
  }

  @Test("the majority is the most frequent pole, with its share and the shares' entropy")
  func majority() throws {
    let report = Self.report([1, 0, 1, 1], [0, 0, 0, 0])
    #expect(report.majority.pole == "advanced")
    #expect(report.majority.accuracy == 0.75)
    // F1 of advanced is 2 · 3 / (3 + 4), that of basic 0.
    #expect(abs(report.majority.macroF1 - 3 / 7.0) < 1e-15)
    let entropy = -(0.75 * log(0.75) + 0.25 * log(0.25))
    #expect(abs(try #require(report.majority.logLoss) - entropy) < 1e-15)
    #expect(report.support == [1, 3])
  }

  @Test("of equally frequent poles the majority is the first")
  func evenMajority() throws {
    let report = Self.report([1, 0], [1, 0])
    #expect(report.majority.pole == "basic")
    #expect(report.majority.accuracy == 0.5)
    #expect(abs(try #require(report.majority.logLoss) - log(2)) < 1e-15)
  }

  @Test("p is (1 + shuffles at least as good) / (1 + shuffles)")
  func permutation() throws {
    // Accuracy 0.75; F1 0.8 and ⅔, their mean 0.7333.
    let report = Self.report([1, 0, 1, 0], [1, 0, 1, 1])
    let permutation = try #require(
      ReportBuilder.permutation(
        of: report,
        figures: [(0.75, 0.5), (0.5, 0.8), (1, 0.7), (0.25, 0.2)]))
    #expect(permutation.count == 4)
    #expect(permutation.accuracyP == 0.6)
    #expect(permutation.macroF1P == 0.4)
    #expect(permutation.accuracy == 0.625)
    #expect(abs(permutation.macroF1 - 0.55) < 1e-15)
  }

  @Test("p is never 0, and 1 where every shuffle does as well")
  func permutationEnds() throws {
    let report = Self.report([1, 0], [1, 0])
    let never = [(accuracy: Double, macroF1: Double)](repeating: (0, 0), count: 99)
    #expect(ReportBuilder.permutation(of: report, figures: never)?.accuracyP == 0.01)
    let always = [(accuracy: Double, macroF1: Double)](repeating: (1, 1), count: 99)
    #expect(ReportBuilder.permutation(of: report, figures: always)?.macroF1P == 1)
    #expect(ReportBuilder.permutation(of: report, figures: []) == nil)
  }

  @Test("a pole with fewer than ten talks is cautioned against, the rarest by name")
  func cautions() {
    let rare = Self.report([0, 0, 1], [0, 0, 1])
    let common = Self.report(
      [Int](repeating: 0, count: 10) + [Int](repeating: 1, count: 10),
      [Int](repeating: 0, count: 20))
    #expect(
      Cautions.smallNumbers([rare, common])
        == [
          "axis 'depth': only 1 talks are 'advanced'; one more or less moves its F1 a lot"
        ])
  }
}
