import Foundation
import Testing

@testable import Training

@Suite("Calibration by temperature and shifts")
struct PlattScalingTests {
  /// The smoothed log loss at a scaling, written anew from the definition.
  private static func loss(
    _ outputs: [[Double]], _ classes: [Int], talks: Int, _ temperature: Double,
    _ shifts: [Double]
  ) -> Double {
    let losses = zip(outputs, classes).map { row, truth -> Double in
      let scaled = zip(row, shifts).map { $0 / temperature + $1 }
      let scores = scaled.count == 1 ? [0, scaled[0]] : scaled
      let sum = log(scores.map(exp).reduce(0, +))
      let total = Double(talks + scores.count)
      return scores.enumerated().reduce(0.0) { loss, item in
        loss + (item.offset == truth ? Double(talks + 1) : 1) / total * (sum - item.element)
      }
    }
    return losses.reduce(0, +) / Double(classes.count)
  }

  /// Scores that know nothing of shares: three of four talks are of the first pole.
  private static func unevenProblem(_ count: Int) -> (outputs: [[Double]], classes: [Int]) {
    let classes = (0..<count).map { $0 % 4 == 0 ? 1 : 0 }
    let noise = SeededProblem.point(seed: 3, count: count)
    return ((0..<count).map { [Double(classes[$0]) * 1.5 - 0.75 + 2 * noise[$0]] }, classes)
  }

  @Test("of scores that say nothing gives the smoothed shares")
  func shares() throws {
    let outputs = (0..<40).map { [$0 % 2 == 0 ? 1.0 : -1] }
    // Each score meets both poles 15 to 5 times.
    let classes = (0..<40).map { $0 / 2 % 4 == 0 ? 1 : 0 }
    let scaling = PlattScaling.best(outputs: outputs, classes: classes, talkCount: 40)
    #expect(scaling == nil)
    let useful = try #require(
      PlattScaling.best(
        outputs: (0..<4).map { [$0 == 0 ? 2.0 : 0] }, classes: [1, 0, 0, 1], talkCount: 4))
    // The score 2 is 5/6 the second pole; of three scores 0, one is: (1/6 + 1/6 + 5/6)/3.
    #expect(abs(useful.shifts[0] - log((7.0 / 18) / (11.0 / 18))) < 1e-6)
    #expect(abs(2 / useful.temperature + useful.shifts[0] - log(5)) < 1e-6)
  }

  @Test("has no better neighbor, for two poles and four", arguments: [1, 4])
  func optimum(width: Int) throws {
    let numbers = SeededProblem.point(seed: 9, count: 60 * width)
    let outputs = (0..<60).map { row in (0..<width).map { numbers[row * width + $0] } }
    let classes = (0..<60).map { row -> Int in
      if width == 1 { return outputs[row][0] + numbers[(row + 5) % 60] > 0.4 ? 1 : 0 }
      return row % 2 == 0
        ? 0 : outputs[row].firstIndex(of: outputs[row].max() ?? 0) ?? 0
    }
    let best = try #require(
      PlattScaling.best(outputs: outputs, classes: classes, talkCount: 30))
    #expect(best.shifts.count == width)
    if width > 1 { #expect(best.shifts[0] == 0) }
    let least = Self.loss(outputs, classes, talks: 30, best.temperature, best.shifts)
    #expect(abs(least - best.logLoss) < 1e-12)
    for index in best.shifts.indices {
      for step in [-0.01, 0.01] {
        var shifts = best.shifts
        shifts[index] += step
        #expect(Self.loss(outputs, classes, talks: 30, best.temperature, shifts) > least)
      }
    }
    for factor in [0.99, 1.01] {
      #expect(
        Self.loss(outputs, classes, talks: 30, best.temperature * factor, best.shifts) > least)
    }
  }

  @Test("is no calibration where scores would be turned around, or none are there")
  func refused() {
    #expect(
      PlattScaling.best(
        outputs: (0..<12).map { [$0 < 6 ? 3 : -3] }, classes: (0..<12).map { $0 < 6 ? 0 : 1 },
        talkCount: 12) == nil)
    #expect(PlattScaling.best(outputs: [], classes: [], talkCount: 0) == nil)
  }

  @Test("is chosen for many talks of uneven poles, and a temperature alone for few")
  func choice() {
    let (few, fewClasses) = Self.unevenProblem(12)
    #expect(CalibrationChoice.best(outputs: few, classes: fewClasses, talkCount: 12).shifts == [])
    let (many, classes) = Self.unevenProblem(400)
    let chosen = CalibrationChoice.best(outputs: many, classes: classes, talkCount: 400)
    #expect(chosen.shifts.count == 1)
    #expect(chosen.shifts[0] < -0.3)
  }
}
