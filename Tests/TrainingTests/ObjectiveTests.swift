import Features
import Foundation
import Testing

@testable import Training

@Suite("Objectives")
struct ObjectiveTests {
  @Test("the logistic gradient and Hessian products are those of finite differences")
  func logisticDerivatives() {
    let problem = SeededProblem(seed: 1, rows: 17, columns: 9, classCount: 2)
    checkDerivatives(
      LogisticObjective(matrix: problem.matrix, classes: problem.classes, costs: problem.costs))
  }

  @Test(
    "the softmax gradient and Hessian products are those of finite differences",
    arguments: [2, 3, 4, 5, 8])
  func softmaxDerivatives(classCount: Int) {
    let problem = SeededProblem(seed: 2, rows: 17, columns: 9, classCount: classCount)
    checkDerivatives(
      SoftmaxObjective(
        matrix: problem.matrix, classes: problem.classes, classCount: classCount,
        costs: problem.costs))
  }

  @Test("at zero every example costs the logarithm of the number of classes")
  func valueAtZero() {
    let problem = SeededProblem(seed: 3, rows: 12, columns: 4, classCount: 3)
    let total = problem.costs.reduce(0, +)
    var logistic = LogisticObjective(
      matrix: problem.matrix, classes: problem.classes.map { min($0, 1) }, costs: problem.costs)
    var softmax = SoftmaxObjective(
      matrix: problem.matrix, classes: problem.classes, classCount: 3, costs: problem.costs)
    #expect(abs(logistic.move(to: [Double](repeating: 0, count: 5)) - total * log(2)) < 1e-12)
    #expect(abs(softmax.move(to: [Double](repeating: 0, count: 15)) - total * log(3)) < 1e-12)
  }

  @Test("scores of a thousand neither overflow nor lose the loss")
  func largeScores() {
    let matrix = SparseMatrix([[1], [-1]])
    var logistic = LogisticObjective(matrix: matrix, classes: [1, 0], costs: [1, 1])
    // Half the square of the weight, and 1000 for each example on the wrong side.
    #expect(logistic.move(to: [-1000, 0]) == 500_000 + 2000)
    #expect(logistic.move(to: [1000, 0]) == 500_000)
    var softmax = SoftmaxObjective(matrix: matrix, classes: [1, 2], classCount: 3, costs: [1, 1])
    #expect(softmax.move(to: [1000, 0, -1000, 0, 0, 0]) == 1_000_000 + 1000)
  }

  /// Central differences of the value give the gradient, those of the gradient
  /// the products with the Hessian.
  private func checkDerivatives(_ start: some SmoothObjective) {
    var objective = start
    let x = SeededProblem.point(seed: 10, count: objective.dimension)
    let direction = SeededProblem.point(seed: 11, count: objective.dimension)
    let h = 1e-5
    _ = objective.move(to: x)
    let gradient = objective.gradient()
    let product = objective.hessianProduct(direction)
    for index in x.indices {
      var (above, below) = (x, x)
      above[index] += h
      below[index] -= h
      let slope = (objective.move(to: above) - objective.move(to: below)) / (2 * h)
      #expect(abs(slope - gradient[index]) < 1e-7, "variable \(index)")
    }
    _ = objective.move(to: zip(x, direction).map { $0 + h * $1 })
    let above = objective.gradient()
    _ = objective.move(to: zip(x, direction).map { $0 - h * $1 })
    let below = objective.gradient()
    for index in x.indices {
      let slope = (above[index] - below[index]) / (2 * h)
      #expect(abs(slope - product[index]) < 1e-7, "variable \(index)")
    }
  }
}
