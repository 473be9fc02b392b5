import Evaluation
import Foundation
import TestSupport
import Testing

/// What scikit-learn computed; written by Benchmarks/peers/metrics_oracle.py.
private struct MetricsFixture: Decodable {
  struct Case: Decodable {
    var name: String
    var classes: [Int]
    var probabilities: [[Double]]
    var weights: [Double]
    var confusion: [[Double]]
    var accuracy: Double
    var macroF1: Double
    var rocAUC: Double?
    var logLoss: Double
  }

  var cases: [Case]

  static func load() throws -> MetricsFixture {
    let path = Repository.path("Tests/EvaluationTests/Fixtures/metrics.json")
    return try JSONDecoder().decode(
      MetricsFixture.self, from: Data(contentsOf: URL(filePath: path)))
  }
}

@Suite("Metrics against scikit-learn")
struct MetricsOracleTests {
  @Test("the fixture has ties, absent classes and weights of 0 and more than 1")
  func fixtureIsWhole() throws {
    let cases = try MetricsFixture.load().cases
    #expect(cases.count == 10)
    #expect(cases.contains { $0.weights.contains(0) && $0.weights.contains { $0 > 1 } })
    #expect(cases.contains { $0.rocAUC == nil })
    #expect(
      cases.contains { entry in
        entry.confusion.contains { $0.allSatisfy { $0 == 0 } } && entry.rocAUC != nil
      })
    let tied = cases[0].probabilities.map { $0[1] }
    #expect(Set(tied).count < tied.count / 2)
  }

  @Test("are the same to 1e-12", arguments: 0..<10)
  func agree(index: Int) throws {
    let known = try MetricsFixture.load().cases[index]
    let talks = ScoredTalks(
      poleCount: known.probabilities[0].count, classes: known.classes,
      probabilities: known.probabilities)
    let confusion = Metrics.confusion(
      classes: talks.classes, predictions: talks.predictions, poleCount: talks.poleCount,
      weights: known.weights)
    #expect(confusion == known.confusion, "\(known.name)")
    #expect(abs(Metrics.accuracy(confusion) - known.accuracy) < 1e-12, "\(known.name)")
    #expect(abs(Metrics.macroF1(confusion) - known.macroF1) < 1e-12, "\(known.name)")
    let loss = Metrics.logLoss(talks, weights: known.weights)
    #expect(abs(loss - known.logLoss) < 1e-12, "\(known.name)")
    let area = Metrics.rocAUC(talks, order: Metrics.rankings(talks), weights: known.weights)
    if let expected = known.rocAUC {
      #expect(abs(area - expected) < 1e-12, "\(known.name)")
    } else {
      #expect(area.isNaN, "\(known.name)")
    }
  }
}
