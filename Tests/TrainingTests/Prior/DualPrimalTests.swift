import Features
import Testing

@testable import Training

@Suite("The dual of a regression with a prior")
struct DualPrimalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var seed: UInt64
    var classCount: Int
    var usesOffsets: Bool
    /// Word vectors with every seed, a second factor with every other.
    var strengths: PriorStrengths {
      PriorStrengths(vectors: 1.5, unlabelled: seed == 2 ? 0.7 : 0)
    }
    var testDescription: String {
      "\(classCount) classes, seed \(seed), \(usesOffsets ? "with" : "without") offsets"
    }
  }

  static let cases = [2, 4].flatMap { classCount in
    [false, true].flatMap { usesOffsets in
      [1, 2].map { Case(seed: $0, classCount: classCount, usesOffsets: usesOffsets) }
    }
  }

  @Test("gives the outputs and the weights of the primal", arguments: cases)
  func equalsPrimal(_ example: Case) throws {
    let words = try WordProblem(
      seed: example.seed, rows: 24, columns: 30, classCount: example.classCount)
    let offsets = example.usesOffsets ? words.offsets : nil
    let learner = LogisticRegression(inverseRegularization: 3, classWeighting: .balanced)
    let regression = PriorRegression(learner: learner, strengths: example.strengths)
    let classes = words.problem.classes
    let dual = regression.dual(
      words.design.kernel(with: words.design, strengths: example.strengths),
      classes: classes,
      classCount: example.classCount, offsets: offsets)
    let fit = learner.fit(
      words.design.augmented(example.strengths), classes: classes,
      classCount: example.classCount,
      offsets: offsets)
    let primal = PriorRegression.Fit(
      coefficients: fit.weights, intercepts: fit.intercepts, isDual: false, steps: fit.steps)
    #expect(dual.isDual)
    #expect(dual.coefficients.allSatisfy { $0.count == 24 })

    // Other talks, in the space of the training talks.
    let others = PriorDesign(
      matrix: SeededProblem(seed: example.seed + 50, rows: 9, columns: 30, classCount: 2).matrix,
      tables: words.tables, scales: words.design.places.map(\.scale))
    for design in [words.design, others] {
      let shift = design.matrix.rowCount == 24 ? offsets : nil
      let (one, other) = (
        regression.outputs(dual, of: design, trainedOn: words.design, offsets: shift),
        regression.outputs(primal, of: design, trainedOn: words.design, offsets: shift)
      )
      for (a, b) in zip(one.joined(), other.joined()) { #expect(abs(a - b) < 1e-6) }
    }
    for output in fit.weights.indices {
      #expect(abs(dual.intercepts[output] - primal.intercepts[output]) < 1e-6)
      let (one, other) = (
        regression.weights(dual, output: output, design: words.design),
        regression.weights(primal, output: output, design: words.design)
      )
      #expect(one.count == 30)
      for (a, b) in zip(one, other) { #expect(abs(a - b) < 1e-6) }
    }
  }

  @Test("folds into one weight a term: weights times features are the outputs")
  func folds() throws {
    let words = try WordProblem(seed: 7, rows: 20, columns: 30, classCount: 2)
    let regression = PriorRegression(
      learner: LogisticRegression(inverseRegularization: 10),
      strengths: PriorStrengths(vectors: 2, unlabelled: 3))
    let fit = regression.fit(
      words.design, classes: words.problem.classes, classCount: 2, offsets: nil)
    #expect(fit.isDual)
    let outputs = regression.outputs(
      fit, of: words.design, trainedOn: words.design, offsets: nil)
    let folded = LogisticRegression.Fit(
      weights: [regression.weights(fit, output: 0, design: words.design)],
      intercepts: fit.intercepts, objective: 0, steps: 0)
    for row in 0..<20 {
      let sum = folded.outputs(ofRow: row, in: words.design.matrix)[0]
      #expect(abs(sum - outputs[row][0]) < 1e-9)
    }
    // A word that neither factor has a row for and no talk has learns nothing.
    let used = Set(words.design.matrix.columns)
    for term in 0..<30 where term % 12 == 0 && !used.contains(Int32(term)) {
      #expect(folded.weights[0][term] == 0)
    }
  }

  @Test("survives talks that repeat, with finite weights near the primal's")
  func repeatedTalks() throws {
    let words = try WordProblem(seed: 3, rows: 8, columns: 20, classCount: 2)
    let rows = (0..<8).flatMap { [$0, $0, $0] }
    let design = words.design.rows(rows)
    let classes = rows.map { words.problem.classes[$0] }
    let learner = LogisticRegression(inverseRegularization: 10)
    let regression = PriorRegression(learner: learner, strengths: PriorStrengths(vectors: 1))
    let fit = regression.fit(design, classes: classes, classCount: 2, offsets: nil)
    let primal = learner.fit(
      design.augmented(PriorStrengths(vectors: 1)), classes: classes, classCount: 2)
    let outputs = regression.outputs(fit, of: words.design, trainedOn: design, offsets: nil)
    let augmented = words.design.augmented(PriorStrengths(vectors: 1))
    for row in 0..<8 {
      #expect(abs(outputs[row][0] - primal.outputs(ofRow: row, in: augmented)[0]) < 1e-4)
    }
    #expect(
      regression.weights(fit, output: 0, design: design).allSatisfy { $0.isFinite })
  }

  @Test("is left for the primal without vectors, which is then plain regression")
  func plain() throws {
    let words = try WordProblem(seed: 5, rows: 20, columns: 30, classCount: 2)
    let learner = LogisticRegression(inverseRegularization: 3)
    let regression = PriorRegression(learner: learner, strengths: PriorStrengths(vectors: 0))
    let fit = regression.fit(
      words.design, classes: words.problem.classes, classCount: 2, offsets: nil)
    let plain = learner.fit(words.problem.matrix, classes: words.problem.classes, classCount: 2)
    #expect(!fit.isDual)
    #expect(fit.coefficients == plain.weights)
    #expect(fit.intercepts == plain.intercepts)
    #expect(regression.weights(fit, output: 0, design: words.design) == plain.weights[0])
  }
}
