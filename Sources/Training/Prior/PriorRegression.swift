internal import Features

/// Logistic regression whose weights have a prior mean and covariance.
///
/// Minimizes ½ wᵀw + Σ ½ uᵀu + C Σ loss(X·(μ + D·w) + Σ s·Z·u + b): the negative log
/// posterior of weights μ + D·w + Σ s·F·u with w and each u standard normal; the sums run
/// over the sources of ``PriorStrengths/factors``, s the strength, F the factor and Z the
/// talks' places in its space. For few talks it is solved in the dual: with
/// K = XD²Xᵀ + Σ s²ZZᵀ = L·Lᵀ the same minimum is that of a plain regression on the rows
/// of L, whose size does not depend on the vocabulary; the weights of every term follow
/// from L⁻ᵀ at the end. For many talks the primal on [XD, sZ, …] is smaller. Both give one
/// weight a term.
///
/// - SeeAlso: Rasmussen and Williams, *Gaussian Processes for Machine Learning*,
///   2006, §2.1 for the two views.
struct PriorRegression {
  let learner: LogisticRegression
  /// The strengths of the sources, and D.
  let strengths: PriorStrengths

  /// Talks up to which the dual is solved.
  static let maximumDualTalks = 600

  /// A fit in the form that new talks are scored by.
  struct Fit {
    /// One array an output, a coefficient a training talk (dual) or a column of
    /// [XD, sZ, …] (primal).
    var coefficients: [[Double]]
    var intercepts: [Double]
    var isDual: Bool
    var steps: Int
  }

  /// Fits talks; `offsets` holds X·μ, an array a talk with a number an output.
  func fit(
    _ design: PriorDesign, classes: [Int], classCount: Int, offsets: [[Double]]?
  ) -> Fit {
    let order = design.matrix.rowCount
    guard !design.factors(strengths).isEmpty, order <= Self.maximumDualTalks else {
      let fit = learner.fit(
        design.augmented(strengths), classes: classes, classCount: classCount,
        offsets: offsets)
      return Fit(
        coefficients: fit.weights, intercepts: fit.intercepts, isDual: false, steps: fit.steps)
    }
    return dual(
      design.kernel(with: design, strengths: strengths), classes: classes, classCount: classCount,
      offsets: offsets)
  }

  /// Fits from the kernel of the training talks alone.
  func dual(
    _ kernel: [Double], classes: [Int], classCount: Int, offsets: [[Double]]?
  ) -> Fit {
    let order = classes.count
    let factor = Cholesky(kernel, order: order)
    var rows = SparseMatrix(columnCount: order)
    let columns = (0..<order).map(Int32.init)
    for row in 0..<order {
      rows.appendRow(
        columns: Array(columns[...row]),
        values: Array(factor.lower[row * order...row * order + row]))
    }
    let fit = learner.fit(rows, classes: classes, classCount: classCount, offsets: offsets)
    return Fit(
      coefficients: fit.weights.map(factor.solveTransposed), intercepts: fit.intercepts,
      isDual: true, steps: fit.steps)
  }

  /// The linear outputs of other talks, an array a talk.
  func outputs(
    _ fit: Fit, of talks: PriorDesign, trainedOn training: PriorDesign, offsets: [[Double]]?
  ) -> [[Double]] {
    if fit.isDual {
      return Self.outputs(
        fit, kernel: talks.kernel(with: training, strengths: strengths),
        rowCount: talks.matrix.rowCount, offsets: offsets)
    }
    let matrix = talks.augmented(strengths)
    return (0..<matrix.rowCount).map { row in
      fit.coefficients.indices.map { output in
        matrix.entries(ofRow: row).reduce(
          fit.intercepts[output] + (offsets?[row][output] ?? 0)
        ) { sum, entry in
          sum + fit.coefficients[output][Int(matrix.columns[entry])] * matrix.values[entry]
        }
      }
    }
  }

  /// The linear outputs of talks from their kernel with the training talks.
  static func outputs(
    _ fit: Fit, kernel: [Double], rowCount: Int, offsets: [[Double]]?
  ) -> [[Double]] {
    let columns = fit.coefficients.first?.count ?? 0
    return (0..<rowCount).map { row in
      fit.coefficients.indices.map { output in
        var sum = fit.intercepts[output] + (offsets?[row][output] ?? 0)
        for column in 0..<columns {
          sum += kernel[row * columns + column] * fit.coefficients[output][column]
        }
        return sum
      }
    }
  }

  /// The weight of every term for an output, without its prior mean.
  func weights(_ fit: Fit, output: Int, design: PriorDesign) -> [Double] {
    let coefficients = fit.coefficients[output]
    let termCount = design.matrix.columnCount
    let factors = design.factors(strengths)
    var weights = [Double](repeating: 0, count: termCount)
    var spaces = factors.map { [Double](repeating: 0, count: $0.places.dimension) }
    if fit.isDual {
      for row in 0..<design.matrix.rowCount {
        for entry in design.matrix.entries(ofRow: row) {
          weights[Int(design.matrix.columns[entry])] +=
            coefficients[row] * design.matrix.values[entry]
        }
        for (factor, (places, strength)) in factors.enumerated() {
          for (index, position) in places[row: row].enumerated() {
            spaces[factor][index] += strength * strength * coefficients[row] * position
          }
        }
      }
    } else {
      weights = Array(coefficients[..<termCount])
      var start = termCount
      for (factor, (places, strength)) in factors.enumerated() {
        let part = coefficients[start..<start + places.dimension]
        spaces[factor] = part.map { strength * $0 }
        start += places.dimension
      }
    }
    for (term, deviation) in design.deviations(strengths).enumerated() {
      weights[term] *= fit.isDual ? deviation * deviation : deviation
    }
    for (factor, space) in zip(factors, spaces) {
      for (term, weight) in factor.places.folded(space).enumerated() { weights[term] += weight }
    }
    return weights
  }
}
