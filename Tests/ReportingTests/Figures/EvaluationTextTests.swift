@testable import Evaluation
import Foundation
import Testing

@testable import Reporting

@Suite("Evaluation as text and JSON")
struct EvaluationTextTests {
  private static func axis(
    _ id: String = "depth", poles: [String], confusion: [[Double]],
    rocAUC: Double? = 0.875, permutation: AxisReport.Permutation? = nil
  ) -> AxisReport {
    AxisReport(
      axis: id, poles: poles, support: poles.map { _ in 5 },
      accuracy: Estimate(value: 0.75, low: 0.5, high: 1),
      macroF1: Estimate(value: 0.7334, low: 0.4, high: 0.9996),
      f1: poles.indices.map { $0 == 0 ? 0.8 : nil },
      rocAUC: rocAUC.map { Estimate(value: $0, low: 0.6, high: 1) },
      logLoss: rocAUC.map { _ in Estimate(value: 0.5, low: 0.25, high: 1.5) },
      confusion: confusion,
      majority: .init(pole: poles[0], accuracy: 0.625, macroF1: 0.385, logLoss: 0.662),
      permutation: permutation)
  }

  private static func report(_ axes: [AxisReport], cautions: [String] = []) -> EvaluationReport {
    EvaluationReport(procedure: "by hand", axes: axes, cells: nil, cautions: cautions)
  }

  @Test("sets figures beside interval and baselines")
  func literal() {
    let axis = Self.axis(
      poles: ["basic", "advanced"], confusion: [[4, 1], [1, 2]],
      permutation: .init(
        count: 9, accuracy: 0.51, macroF1: 0.48, accuracyP: 0.1, macroF1P: 0.2))
    let text = EvaluationText().rendered(Self.report([axis], cautions: ["few talks"]))
    #expect(
      text.hasPrefix(
        """
        by hand

        depth     value  95 % interval  majority  shuffled      p
        accuracy  0.750    0.500–1.000     0.625     0.510  0.100
        macro-F1  0.733    0.400–1.000     0.385     0.480  0.200
        ROC-AUC   0.875    0.600–1.000     0.500
        log loss  0.500    0.250–1.500     0.662

        """))
    #expect(text.contains("\nbasic                    4         1  0.800\n"))
    #expect(text.contains("\nadvanced                 1         2      –\n"))
    #expect(text.hasSuffix("\ncaution: few talks\n"))
  }

  @Test("leaves out what is not judged")
  func notJudged() {
    let axis = Self.axis(poles: ["a", "b"], confusion: [[1, 0], [0, 1]], rocAUC: nil)
    let text = EvaluationText().rendered(Self.report([axis]))
    #expect(!text.contains("ROC-AUC"))
    #expect(!text.contains("log loss"))
    #expect(!text.contains("caution"))
  }

  @Test("shows one decimal in the matrix as soon as a mean is no whole number")
  func fractions() {
    let whole = Self.axis(poles: ["a", "b"], confusion: [[2.0000000001, 0], [0, 3]])
    let fraction = Self.axis(poles: ["a", "b"], confusion: [[1.5, 0.5], [0, 3]])
    #expect(!EvaluationText().rendered(Self.report([whole])).contains("2.0"))
    let text = EvaluationText().rendered(Self.report([fraction]))
    #expect(text.contains("1.5"))
    #expect(text.contains("3.0"))
  }

  @Test("shows every pole of an axis of many")
  func manyPoles() {
    let poles = (1...6).map { "pole-\($0)" }
    let matrix = poles.indices.map { row in poles.indices.map { $0 == row ? 7.0 : 0 } }
    let text = EvaluationText().rendered(Self.report([Self.axis(poles: poles, confusion: matrix)]))
    for pole in poles { #expect(text.contains(pole)) }
    #expect(text.split(separator: "\n").count { $0.contains(" 7") } == 6)
  }

  @Test("as JSON has every figure, null or nothing where there is none")
  func json() throws {
    let axis = Self.axis(
      poles: ["a", "b"], confusion: [[1.5, .nan], [0, 1]], rocAUC: nil)
    let text = EvaluationJSON.value(Self.report([axis], cautions: ["\"x\""])).text
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let axes = try #require(object["axes"] as? [[String: Any]])
    #expect(object["procedure"] as? String == "by hand")
    #expect(object["cautions"] as? [String] == ["\"x\""])
    #expect(object["quadrant"] == nil)
    #expect(axes[0]["rocAUC"] == nil)
    #expect(axes[0]["permutation"] == nil)
    let f1 = try #require(axes[0]["f1"] as? [Any])
    #expect(f1[0] as? Double == 0.8)
    #expect(f1[1] is NSNull)
    let confusion = try #require(axes[0]["confusion"] as? [[Any]])
    #expect(confusion[0][0] as? Double == 1.5)
    #expect(confusion[0][1] is NSNull)
  }
}
