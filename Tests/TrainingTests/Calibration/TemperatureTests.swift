import Foundation
import Testing

@testable import Training

@Suite("Calibration by temperature")
struct TemperatureTests {
  /// The smoothed log loss at a temperature, written anew from the definition.
  private static func loss(
    _ outputs: [[Double]], _ classes: [Int], talks: Int, at temperature: Double
  ) -> Double {
    let losses = zip(outputs, classes).map { row, truth -> Double in
      let scores = (row.count == 1 ? [0, row[0]] : row).map { $0 / temperature }
      let sum = log(scores.map(exp).reduce(0, +))
      let total = Double(talks + scores.count)
      return scores.enumerated().reduce(0.0) { loss, item in
        loss + (item.offset == truth ? Double(talks + 1) : 1) / total * (sum - item.element)
      }
    }
    return losses.reduce(0, +) / Double(classes.count)
  }

  @Test("of 12 talks all placed right, equally surely, is their score over ln 13")
  func literal() {
    // σ(s/T) = (n + 1)/(n + 2) where s/T = ln(n + 1); so too for three poles, of
    // which the other two share the rest.
    let binary = Temperature.best(
      outputs: (0..<12).map { [$0 < 6 ? -2 : 2] }, classes: (0..<12).map { $0 < 6 ? 0 : 1 },
      talkCount: 12)
    #expect(abs(binary.temperature - 2 / log(13)) < 2e-3)
    let three = Temperature.best(
      outputs: (0..<12).map { talk in (0..<3).map { $0 == talk % 3 ? 5 : 0 } },
      classes: (0..<12).map { $0 % 3 }, talkCount: 12)
    #expect(abs(three.temperature - 5 / log(13)) < 5e-3)
    // p = 13/14: -(13/14 · ln(13/14) + 1/14 · ln(1/14)) = 0.2573.
    #expect(abs(binary.logLoss - 0.2573) < 1e-4)
  }

  @Test("never raises the loss, and no neighbor is better", arguments: 1...6 as ClosedRange<UInt64>)
  func lowers(seed: UInt64) {
    let poles = seed % 2 == 0 ? 1 : 4
    let numbers = SeededProblem.point(seed: seed, count: 40 * poles)
    let outputs = (0..<40).map { row in
      (0..<poles).map { numbers[row * poles + $0] * Double(seed) }
    }
    // Right more often than not.
    let classes = (0..<40).map { row -> Int in
      let output = outputs[row]
      if poles == 1 { return output[0] + numbers[(row + 7) % 40] > 0 ? 1 : 0 }
      return row % 3 == 0 ? row % 4 : output.firstIndex(of: output.max() ?? 0) ?? 0
    }
    let best = Temperature.best(outputs: outputs, classes: classes, talkCount: 40)
    #expect(
      abs(best.logLoss - Self.loss(outputs, classes, talks: 40, at: best.temperature)) < 1e-9)
    for temperature in [1, best.temperature * 1.05, best.temperature / 1.05] {
      #expect(
        best.logLoss <= Self.loss(outputs, classes, talks: 40, at: temperature) + 1e-9)
    }
  }

  @Test("stays within 1/1000 and 1000 where scores mean nothing or nothing is scored")
  func bounds() {
    let wrong = Temperature.best(
      outputs: (0..<12).map { [$0 < 6 ? 3 : -3] }, classes: (0..<12).map { $0 < 6 ? 0 : 1 },
      talkCount: 12)
    #expect(wrong.temperature > 990 && wrong.temperature <= 1000)
    let none = Temperature.best(outputs: [], classes: [], talkCount: 0)
    #expect(none.temperature.isFinite && none.logLoss == 0)
  }
}
