import Features
import Foundation
import Testing

@testable import Training

@Suite("Logistic regression")
struct LogisticRegressionTests {
  @Test("one feature of ±1 at C = (1 + e) / 2 has weight 1")
  func oneFeature() {
    // f' = w - 2C / (1 + eʷ), which is 0 at w = 1.
    let fit = LogisticRegression(inverseRegularization: (1 + exp(1)) / 2).fit(
      SparseMatrix([[1], [-1]]), classes: [1, 0], classCount: 2)
    #expect(abs(fit.weights[0][0] - 1) < 1e-9)
    #expect(abs(fit.intercepts[0]) < 1e-9)
    #expect(abs(fit.objective - (0.5 + (1 + exp(1)) * log(1 + exp(-1)))) < 1e-12)
  }

  @Test("three classes with a feature each have weights 1 and -½ at C = 1 / (1 - p)")
  func threeClasses() {
    // With p = e / (e + 2e^-½) for the true class, C (1 - p) = 1 is the gradient's zero.
    let right = exp(1) / (exp(1) + 2 * exp(-0.5))
    let fit = LogisticRegression(inverseRegularization: 1 / (1 - right)).fit(
      SparseMatrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), classes: [0, 1, 2], classCount: 3)
    for output in 0..<3 {
      for column in 0..<3 {
        #expect(abs(fit.weights[output][column] - (output == column ? 1 : -0.5)) < 1e-9)
      }
      #expect(abs(fit.intercepts[output]) < 1e-9)
    }
  }

  @Test("rows without a feature leave the classes' shares to the intercepts")
  func emptyRows() {
    let empty = SparseMatrix([[0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]])
    let two = LogisticRegression().fit(empty, classes: [1, 1, 1, 1, 1, 0, 0], classCount: 2)
    #expect(two.weights == [[0, 0]])
    #expect(abs(two.intercepts[0] - log(2.5)) < 1e-9)
    let balanced = LogisticRegression(classWeighting: .balanced).fit(
      empty, classes: [1, 1, 1, 1, 1, 0, 0], classCount: 2)
    #expect(abs(balanced.intercepts[0]) < 1e-9)
    let three = LogisticRegression().fit(empty, classes: [0, 0, 0, 0, 1, 1, 2], classCount: 3)
    // ln 4, ln 2 and ln 1, shifted to a sum of 0.
    let shifted: [Double] = [log(2.0), 0, -log(2.0)]
    for (intercept, expected) in zip(three.intercepts, shifted) {
      #expect(abs(intercept - expected) < 1e-9)
    }
  }

  @Test("doubling every example is doubling C")
  func duplicatedRows() throws {
    let known = try LogisticFixture.load().cases[2]
    var doubled = known.matrix
    for row in 0..<known.matrix.rowCount {
      let entries = known.matrix.entries(ofRow: row)
      doubled.appendRow(
        columns: Array(known.matrix.columns[entries]),
        values: Array(known.matrix.values[entries]))
    }
    let one = LogisticRegression(inverseRegularization: 2).fit(
      known.matrix, classes: known.classes, classCount: known.classCount)
    let other = LogisticRegression(inverseRegularization: 1).fit(
      doubled, classes: known.classes + known.classes, classCount: known.classCount)
    for (a, b) in zip(one.weights.joined(), other.weights.joined()) { #expect(abs(a - b) < 1e-8) }
  }

  @Test("intercepts of softmax sum to 0, and so do the weights of a term")
  func softmaxSums() throws {
    for known in try LogisticFixture.load().cases where known.classCount > 2 {
      let fit = known.fit()
      let sum = fit.intercepts.reduce(0, +)
      #expect(abs(sum) < 1e-9)
      for column in 0..<known.columnCount {
        let sum = fit.weights.reduce(0) { $0 + $1[column] }
        #expect(abs(sum) < 1e-9)
      }
    }
  }

  @Test("softmax of two classes at C is logistic at 2C")
  func softmaxOfTwo() throws {
    // With w₁ = -w₀ = w/2, ½‖w₀‖² + ½‖w₁‖² is ¼‖w‖²: half of what logistic pays.
    let known = try LogisticFixture.load().cases[0]
    let ones = known.classes.map { _ in 1.0 }
    let softmax = NewtonConjugateGradient().minimize(
      SoftmaxObjective(matrix: known.matrix, classes: known.classes, classCount: 2, costs: ones))
    let logistic = LogisticRegression(inverseRegularization: 2).fit(
      known.matrix, classes: known.classes, classCount: 2)
    for column in 0..<known.columnCount {
      let difference = softmax.point[2 * column + 1] - softmax.point[2 * column]
      #expect(abs(difference - logistic.weights[0][column]) < 1e-7)
    }
    let difference =
      softmax.point[2 * known.columnCount + 1] - softmax.point[2 * known.columnCount]
    #expect(abs(difference - logistic.intercepts[0]) < 1e-7)
    #expect(abs(2 * softmax.value - logistic.objective) < 1e-9)
  }
}
