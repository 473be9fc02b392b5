import Features
import Foundation
import Testing

@testable import Training

@Suite("Newton's method with conjugate gradients")
struct SolverTests {
  @Test("the gradient at the result meets the stopping rule", arguments: 0..<8)
  func stoppingRule(index: Int) throws {
    let known = try LogisticFixture.load().cases[index]
    let solver = NewtonConjugateGradient()
    let counts = (0..<known.classCount).map { index in known.classes.count { $0 == index } }
    let classWeights = known.classWeighting.weights(classCounts: counts)
    let costs = known.classes.map { known.inverseRegularization * classWeights[$0] }
    if known.classCount == 2 {
      check(
        LogisticObjective(matrix: known.matrix, classes: known.classes, costs: costs), solver)
    } else {
      check(
        SoftmaxObjective(
          matrix: known.matrix, classes: known.classes, classCount: known.classCount,
          costs: costs), solver)
    }
  }

  @Test(
    "the rule is met where the last steps drown in the rounding of the objective",
    arguments: [0.01, 0.1, 1, 10, 100, 1000], [2, 3])
  func stoppingRuleAtTheLimit(inverseRegularization: Double, classCount: Int) {
    for seed in 0..<15 {
      let problem = SeededProblem(
        seed: UInt64(seed), rows: 30, columns: 20, classCount: classCount)
      let costs = problem.costs.map { $0 * inverseRegularization }
      if classCount == 2 {
        check(
          LogisticObjective(matrix: problem.matrix, classes: problem.classes, costs: costs),
          NewtonConjugateGradient())
      } else {
        check(
          SoftmaxObjective(
            matrix: problem.matrix, classes: problem.classes, classCount: classCount,
            costs: costs), NewtonConjugateGradient())
      }
    }
  }

  @Test("a looser tolerance is met in fewer steps")
  func looserTolerance() {
    let problem = SeededProblem(seed: 5, rows: 40, columns: 20, classCount: 2)
    let objective = LogisticObjective(
      matrix: problem.matrix, classes: problem.classes, costs: problem.costs)
    let loose = NewtonConjugateGradient(tolerance: 1e-2).minimize(objective)
    let tight = NewtonConjugateGradient(tolerance: 1e-12).minimize(objective)
    #expect(loose.steps < tight.steps)
    #expect(loose.value > tight.value)
    #expect(NewtonConjugateGradient(maximumSteps: 1).minimize(objective).steps == 1)
    #expect(NewtonConjugateGradient(maximumSteps: 0).minimize(objective).steps == 0)
  }

  @Test("the same problem gives the same bits")
  func isDeterministic() throws {
    for known in try LogisticFixture.load().cases {
      let (one, other) = (known.fit(), known.fit())
      #expect(
        one.weights.map { $0.map(\.bitPattern) } == other.weights.map { $0.map(\.bitPattern) })
      #expect(one.intercepts.map(\.bitPattern) == other.intercepts.map(\.bitPattern))
      #expect(one.steps == other.steps)
    }
  }

  @Test("a start that is the minimum is left at once")
  func minimumAtStart() {
    let fit = LogisticRegression().fit(
      SparseMatrix([[0], [0]]), classes: [0, 1], classCount: 2)
    #expect(fit.weights == [[0]])
    #expect(fit.intercepts == [0])
    #expect(fit.steps == 0)
  }

  private func check(_ start: some SmoothObjective, _ solver: NewtonConjugateGradient) {
    var objective = start
    _ = objective.move(to: [Double](repeating: 0, count: objective.dimension))
    let first = norm(objective.gradient())
    let result = solver.minimize(objective)
    _ = objective.move(to: result.point)
    #expect(result.gradientNorm == norm(objective.gradient()))
    #expect(result.gradientNorm <= solver.tolerance * first)
    #expect((1..<30).contains(result.steps))
  }

  private func norm(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
