internal import Features

/// [X, 1] with its transpose: what a solver multiplies vectors with from both sides.
///
/// Vectors over columns hold the ``outputCount`` numbers of the first column, those of
/// the second, …, and the intercepts last; vectors over rows likewise. Products are made
/// on ``workerCount`` cores at once; each number is summed in one order whatever their
/// count, so the result does not depend on it.
struct DesignMatrix: Sendable {
  /// One for two classes, else one a class.
  let outputCount: Int
  /// Cores used at once.
  let workerCount: Int
  private let matrix: SparseMatrix
  private let transpose: SparseMatrix

  /// Takes X and transposes it.
  init(_ matrix: SparseMatrix, outputCount: Int, workerCount: Int = 1) {
    self.matrix = matrix
    self.outputCount = outputCount
    self.workerCount = workerCount
    transpose = matrix.transposed()
  }

  /// How many rows X has.
  var rowCount: Int { matrix.rowCount }

  /// How many numbers a vector over columns and intercepts has.
  var dimension: Int { (matrix.columnCount + 1) * outputCount }

  /// Where the intercepts begin in a vector over columns.
  var interceptStart: Int { matrix.columnCount * outputCount }

  /// X·W + b, row × output.
  func product(with x: [Double]) -> [Double] {
    var results = product(matrix, x)
    for row in 0..<rowCount {
      for output in 0..<outputCount {
        results[row * outputCount + output] += x[interceptStart + output]
      }
    }
    return results
  }

  /// [X, 1]ᵀ·F, column × output and the intercepts' sums; `factors` is row × output.
  func transposedProduct(with factors: [Double]) -> [Double] {
    var results = product(transpose, factors)
    results += (0..<outputCount).map { output in
      stride(from: output, to: factors.count, by: outputCount).reduce(0) { $0 + factors[$1] }
    }
    return results
  }

  /// Entries that are worth handing to another core.
  private static let entriesInPart = 1 << 15

  private func product(_ matrix: SparseMatrix, _ vector: [Double]) -> [Double] {
    let rowsInPart = max(1, matrix.rowCount * Self.entriesInPart / max(1, matrix.values.count))
    let parts = Parts.map(matrix.rowCount, size: rowsInPart, workerCount: workerCount) {
      matrix.products(ofRows: $0, with: vector, outputCount: outputCount)
    }
    return parts.count == 1 ? parts[0] : Array(parts.joined())
  }
}
