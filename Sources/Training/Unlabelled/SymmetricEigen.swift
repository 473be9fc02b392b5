/// Eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations.
///
/// Every rotation makes one pair of entries off the diagonal 0; after a few sweeps over
/// all pairs nothing but the eigenvalues is left. Slower than a tridiagonal method and
/// exact to rounding for small eigenvalues too.
///
/// - SeeAlso: Golub and Van Loan, *Matrix Computations*, 4th ed., 2013, §8.5.
struct SymmetricEigen {
  /// Falling.
  let values: [Double]
  /// One array an eigenvector, of length 1, in the order of ``values``.
  let vectors: [[Double]]

  /// Decomposes a row-major matrix.
  ///
  /// - Complexity: O(*n*³) a sweep, about eight sweeps.
  init(_ matrix: [Double], order: Int) {
    var work = matrix
    // Row i is eigenvector i, so that rotations run along memory.
    var vectors = [Double](repeating: 0, count: order * order)
    for index in 0..<order { vectors[index * order + index] = 1 }
    let total = matrix.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<50 {
      var rest = 0.0
      for row in 0..<order {
        for column in 0..<row { rest += work[row * order + column] * work[row * order + column] }
      }
      if rest <= 1e-30 * total { break }
      for row in 0..<order {
        for column in 0..<row { Self.rotate(row, column, order, &work, &vectors) }
      }
    }
    let diagonal = (0..<order).map { work[$0 * order + $0] }
    let ranks = (0..<order).sorted {
      diagonal[$0] == diagonal[$1] ? $0 < $1 : diagonal[$0] > diagonal[$1]
    }
    values = ranks.map { diagonal[$0] }
    self.vectors = ranks.map { Array(vectors[$0 * order..<($0 + 1) * order]) }
  }

  private static func rotate(
    _ p: Int, _ q: Int, _ order: Int, _ work: inout [Double], _ vectors: inout [Double]
  ) {
    let entry = work[p * order + q]
    guard entry != 0 else { return }
    let ratio = (work[q * order + q] - work[p * order + p]) / (2 * entry)
    let tangent =
      (ratio < 0 ? -1 : 1) / (abs(ratio) + (1 + ratio * ratio).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    for index in 0..<order {
      let (one, other) = (work[p * order + index], work[q * order + index])
      work[p * order + index] = cosine * one - sine * other
      work[q * order + index] = sine * one + cosine * other
      let (first, second) = (vectors[p * order + index], vectors[q * order + index])
      vectors[p * order + index] = cosine * first - sine * second
      vectors[q * order + index] = sine * first + cosine * second
    }
    for index in 0..<order {
      let (one, other) = (work[index * order + p], work[index * order + q])
      work[index * order + p] = cosine * one - sine * other
      work[index * order + q] = sine * one + cosine * other
    }
    work[p * order + q] = 0
    work[q * order + p] = 0
  }
}
