public import Features

/// L2-regularized logistic regression: logistic for two classes, softmax for more.
///
/// The objectives are those of scikit-learn's `LogisticRegression` with the same
/// ``inverseRegularization`` C, and so is the minimum.
public struct LogisticRegression: Sendable {
  /// C: how much the examples count against the regularization, above 0.
  public var inverseRegularization: Double
  /// How much each class counts.
  public var classWeighting: ClassWeighting
  /// The solver and its stopping rule.
  public var solver: NewtonConjugateGradient
  /// Cores used at once; the fit does not depend on it.
  public var workerCount: Int

  /// Creates a learner.
  public init(
    inverseRegularization: Double = 1, classWeighting: ClassWeighting = .none,
    solver: NewtonConjugateGradient = NewtonConjugateGradient(), workerCount: Int = 1
  ) {
    self.inverseRegularization = inverseRegularization
    self.classWeighting = classWeighting
    self.solver = solver
    self.workerCount = workerCount
  }

  /// A fitted linear function.
  public struct Fit: Sendable, Equatable {
    /// One array an output (one for two classes, else one a class) with a weight
    /// a column.
    public var weights: [[Double]]
    /// One an output.
    public var intercepts: [Double]
    /// The objective at the fit.
    public var objective: Double
    /// Newton steps taken.
    public var steps: Int

    /// The linear outputs of one row of a matrix.
    public func outputs(ofRow row: Int, in matrix: SparseMatrix) -> [Double] {
      weights.indices.map { output in
        matrix.entries(ofRow: row).reduce(intercepts[output]) { sum, entry in
          sum + weights[output][Int(matrix.columns[entry])] * matrix.values[entry]
        }
      }
    }
  }

  /// Fits the rows of a matrix.
  ///
  /// - Parameters:
  ///   - matrix: One row an example.
  ///   - classes: The class of each row, in 0..<classCount; two classes at least
  ///     must occur.
  ///   - classCount: Two or more.
  /// - Returns: The minimum up to the solver's stopping rule.
  public func fit(_ matrix: SparseMatrix, classes: [Int], classCount: Int) -> Fit {
    fit(matrix, classes: classes, classCount: classCount, offsets: nil)
  }

  /// Fits with fixed offsets added to the scores, an array an example with a number
  /// an output.
  func fit(
    _ matrix: SparseMatrix, classes: [Int], classCount: Int, offsets: [[Double]]?
  ) -> Fit {
    precondition(classes.count == matrix.rowCount, "every row needs a class")
    var counts = [Int](repeating: 0, count: classCount)
    for index in classes { counts[index] += 1 }
    let weights = classWeighting.weights(classCounts: counts)
    let costs = classes.map { inverseRegularization * weights[$0] }
    let result =
      classCount == 2
      ? solver.minimize(
        LogisticObjective(
          matrix: matrix, classes: classes, costs: costs, offsets: offsets?.map { $0[0] },
          workerCount: workerCount))
      : solver.minimize(
        SoftmaxObjective(
          matrix: matrix, classes: classes, classCount: classCount, costs: costs,
          offsets: offsets.map { Array($0.joined()) }, workerCount: workerCount))
    let outputs = classCount == 2 ? 1 : classCount
    // Both objectives have the intercepts last and an output's weights `outputs` apart.
    let column = { output in
      stride(from: output, to: result.point.count - outputs, by: outputs).map {
        result.point[$0]
      }
    }
    return Fit(
      weights: (0..<outputs).map(column),
      intercepts: Array(result.point.suffix(outputs)),
      objective: result.value, steps: result.steps)
  }
}
