/// The lower triangular L of a positive definite matrix K = L·Lᵀ.
///
/// - SeeAlso: Golub and Van Loan, *Matrix Computations*, 4th ed., 2013, §4.2.
struct Cholesky {
  /// Rows and columns.
  let order: Int
  /// Row-major; entries above the diagonal are 0.
  private(set) var lower: [Double]

  /// Factors K + εI, with ε = 10⁻¹⁰ of the mean diagonal: talks that repeat make K
  /// singular, and so little changes no weight that is shown.
  ///
  /// - Complexity: O(*n*³).
  init(_ matrix: [Double], order: Int) {
    self.order = order
    lower = matrix
    let trace = (0..<order).reduce(0.0) { $0 + matrix[$1 * order + $1] }
    let jitter = max(1e-300, 1e-10 * trace / Double(max(1, order)))
    for row in 0..<order {
      for column in 0...row {
        var sum = lower[row * order + column] + (row == column ? jitter : 0)
        for index in 0..<column {
          sum -= lower[row * order + index] * lower[column * order + index]
        }
        lower[row * order + column] =
          row == column
          ? max(sum, jitter).squareRoot() : sum / lower[column * order + column]
      }
      for column in (row + 1)..<max(row + 1, order) { lower[row * order + column] = 0 }
    }
  }

  /// Solves K·a = b.
  func solve(_ right: [Double]) -> [Double] {
    var solution = right
    for row in 0..<order {
      for column in 0..<row {
        solution[row] -= lower[row * order + column] * solution[column]
      }
      solution[row] /= lower[row * order + row]
    }
    return solveTransposed(solution)
  }

  /// Solves Lᵀ·a = b.
  func solveTransposed(_ right: [Double]) -> [Double] {
    var solution = right
    for row in stride(from: order - 1, through: 0, by: -1) {
      var sum = solution[row]
      for below in (row + 1)..<max(row + 1, order) {
        sum -= lower[below * order + row] * solution[below]
      }
      solution[row] = sum / lower[row * order + row]
    }
    return solution
  }
}
