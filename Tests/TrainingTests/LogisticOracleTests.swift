import Testing

@testable import Training

@Suite("Logistic regression against scikit-learn")
struct LogisticOracleTests {
  @Test("the fixture has every kind of case")
  func fixtureIsWhole() throws {
    let cases = try LogisticFixture.load().cases
    #expect(cases.count == 8)
    #expect(Set(cases.map(\.classCount)) == [2, 3, 4])
    for weighting in ClassWeighting.allCases {
      #expect(cases.contains { $0.classWeighting == weighting && $0.classCount == 2 })
      #expect(cases.contains { $0.classWeighting == weighting && $0.classCount > 2 })
    }
  }

  @Test("finds the same weights and intercepts to 1e-6", arguments: 0..<8)
  func weightsAgree(index: Int) throws {
    let known = try LogisticFixture.load().cases[index]
    let fit = known.fit()
    try #require(fit.weights.count == known.weights.count, "\(known.name)")
    for output in known.weights.indices {
      try #require(fit.weights[output].count == known.columnCount)
      #expect(Self.distance(fit.weights[output], known.weights[output]) < 1e-6, "\(known.name)")
    }
    #expect(Self.distance(fit.intercepts, known.intercepts) < 1e-6, "\(known.name)")
  }

  @Test("reaches the same objective to 1e-12 of it", arguments: 0..<8)
  func objectiveAgrees(index: Int) throws {
    let known = try LogisticFixture.load().cases[index]
    let objective = known.fit().objective
    #expect(abs(objective - known.objective) <= 1e-12 * known.objective, "\(known.name)")
  }

  @Test("takes the examples of class 1 for the positive side, as scikit-learn does")
  func signs() throws {
    let known = try #require(LogisticFixture.load().cases.first)
    let matrix = known.matrix
    let fit = known.fit()
    let right = known.classes.indices.count { row in
      (fit.outputs(ofRow: row, in: matrix)[0] > 0) == (known.classes[row] == 1)
    }
    #expect(right > known.classes.count * 3 / 4)
  }

  private static func distance(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).map { abs($0 - $1) }.max() ?? 0
  }
}

extension LogisticFixture.Case {
  func fit() -> LogisticRegression.Fit {
    LogisticRegression(
      inverseRegularization: inverseRegularization, classWeighting: classWeighting
    ).fit(matrix, classes: classes, classCount: classCount)
  }
}
