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
    var lower = lower.mutableSpan
    for row in 0..<order {
      let start = row * order
      for column in 0..<row {
        let product = Self.dot(lower, start, column * order, count: column)
        lower[start + column] = (lower[start + column] - product) / lower[column * order + column]
      }
      let square = Self.dot(lower, start, start, count: row)
      lower[start + row] = max(lower[start + row] + jitter - square, jitter).squareRoot()
      for column in (row + 1)..<max(row + 1, order) { lower[start + column] = 0 }
    }
  }

  /// The product of two stretches of numbers, in eight sums: the processor need not
  /// wait for one addition before the next.
  @inline(__always)
  private static func dot(
    _ numbers: borrowing MutableSpan<Double>, _ one: Int, _ two: Int, count: Int
  ) -> Double {
    precondition(one >= 0 && two >= 0 && max(one, two) + count <= numbers.count, "beyond the end")
    var sums = SIMD8<Double>.zero
    var index = 0
    while index + 8 <= count {
      for lane in 0..<8 {
        // SAFETY: because the first line checks both stretches.
        unsafe sums[lane] +=
          numbers[unchecked: one + index + lane] * numbers[unchecked: two + index + lane]
      }
      index += 8
    }
    while index < count {
      sums[0] += numbers[one + index] * numbers[two + index]
      index += 1
    }
    return sums.sum()
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
