import Features
import Testing

@testable import Training

@Suite("Problems at the edge")
struct DifficultProblemTests {
  struct Problem: CustomTestStringConvertible {
    var testDescription: String
    var rows: [[Double]]
    var classes: [Int]
    var classCount = 2
  }

  static let problems = [
    Problem(
      testDescription: "separable", rows: [[1, 0], [1, 0.1], [0, 1], [0.1, 1]],
      classes: [0, 0, 1, 1]),
    Problem(testDescription: "one feature", rows: [[1], [0.5], [0.2]], classes: [1, 0, 0]),
    Problem(
      testDescription: "no feature at all", rows: [[], [], []], classes: [0, 1, 1]),
    Problem(
      testDescription: "rows of zeros", rows: [[0, 0], [0, 0], [1, 0], [0, 1]],
      classes: [0, 1, 0, 1]),
    Problem(
      testDescription: "equal rows of different classes", rows: [[1, 1], [1, 1], [1, 1]],
      classes: [0, 1, 0]),
    Problem(
      testDescription: "features of very different size",
      rows: [[1e6, 1e-6], [-1e6, 0], [1, 1]],
      classes: [0, 1, 1]),
    Problem(
      testDescription: "three separable classes", rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
      classes: [0, 1, 2], classCount: 3),
    Problem(
      testDescription: "a third class without examples", rows: [[1, 0], [0, 1]],
      classes: [0, 1], classCount: 3),
  ]

  @Test(
    "ends finite and no higher than it began", arguments: problems, [1e-10, 1e-3, 1, 1e3, 1e10])
  func endsFinite(problem: Problem, inverseRegularization: Double) {
    let learner = LogisticRegression(
      inverseRegularization: inverseRegularization, classWeighting: .balanced)
    let matrix = SparseMatrix(problem.rows)
    let fit = learner.fit(matrix, classes: problem.classes, classCount: problem.classCount)
    #expect(fit.weights.joined().allSatisfy { $0.isFinite })
    #expect(fit.intercepts.allSatisfy { $0.isFinite })
    #expect(fit.objective.isFinite)
    let start = LogisticRegression(
      inverseRegularization: inverseRegularization, classWeighting: .balanced,
      solver: NewtonConjugateGradient(maximumSteps: 0)
    ).fit(matrix, classes: problem.classes, classCount: problem.classCount)
    #expect(fit.objective <= start.objective)
    #expect(start.weights.joined().allSatisfy { $0 == 0 })
  }

  @Test("a tiny C leaves the weights at nearly nothing, a huge one separates")
  func extremesOfRegularization() {
    let problem = Self.problems[0]
    let matrix = SparseMatrix(problem.rows)
    func fit(_ c: Double) -> LogisticRegression.Fit {
      LogisticRegression(inverseRegularization: c).fit(
        matrix, classes: problem.classes, classCount: 2)
    }
    #expect(fit(1e-10).weights[0].allSatisfy { abs($0) < 1e-9 })
    let sharp = fit(1e8)
    for row in problem.rows.indices {
      let output = sharp.outputs(ofRow: row, in: matrix)[0]
      #expect(problem.classes[row] == 1 ? output > 5 : output < -5)
    }
  }
}
