import Foundation
import TestSupport
import Testing

@testable import Training

/// What scikit-learn and scipy computed; written by Benchmarks/peers/calibration_oracle.py.
private struct CalibrationFixture: Decodable {
  struct Case: Decodable {
    var name: String
    var outputs: [[Double]]
    var classes: [Int]
    var talkCount: Int
    var temperature: Double
    var temperatureLoss: Double
    var slope: Double
    var shifts: [Double]
    var shiftedLoss: Double
  }

  var cases: [Case]

  static func load() throws -> CalibrationFixture {
    let path = Repository.path("Tests/TrainingTests/Fixtures/calibration.json")
    return try JSONDecoder().decode(
      CalibrationFixture.self, from: Data(contentsOf: URL(filePath: path)))
  }
}

@Suite("Calibration against scikit-learn and scipy")
struct CalibrationOracleTests {
  @Test("temperatures agree to 10⁻³ and their losses to 10⁻⁷", arguments: 0..<5)
  func temperature(index: Int) throws {
    let known = try CalibrationFixture.load().cases[index]
    let best = Temperature.best(
      outputs: known.outputs, classes: known.classes, talkCount: known.talkCount)
    #expect(abs(best.temperature / known.temperature - 1) < 1e-3, "\(known.name)")
    #expect(abs(best.logLoss - known.temperatureLoss) < 1e-7, "\(known.name)")
  }

  @Test("temperature and shifts agree to 10⁻⁶ and their losses to 10⁻¹²", arguments: 0..<5)
  func shifts(index: Int) throws {
    let known = try CalibrationFixture.load().cases[index]
    let best = try #require(
      PlattScaling.best(
        outputs: known.outputs, classes: known.classes, talkCount: known.talkCount))
    #expect(abs(1 / best.temperature - known.slope) < 1e-6, "\(known.name)")
    #expect(best.shifts.count == known.shifts.count)
    for (ours, theirs) in zip(best.shifts, known.shifts) {
      #expect(abs(ours - theirs) < 1e-6, "\(known.name)")
    }
    #expect(abs(best.logLoss - known.shiftedLoss) < 1e-12, "\(known.name)")
  }
}
