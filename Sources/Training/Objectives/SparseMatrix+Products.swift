internal import Features

/// Products with the matrix [X, 1]: the last variable is the intercept.
extension SparseMatrix {
  /// X·w + b for each row; `x` is w, then b.
  func products(with x: [Double]) -> [Double] {
    let intercept = x[columnCount]
    let (columns, values, x) = (columns.span, values.span, x.span)
    var results = [Double](repeating: 0, count: rowCount)
    for row in 0..<rowCount {
      var sum = intercept
      for entry in entries(ofRow: row) { sum += x[Int(columns[entry])] * values[entry] }
      results[row] = sum
    }
    return results
  }

  /// Adds [X, 1]ᵀ·factors to `result`.
  func addTransposedProduct(_ factors: [Double], to result: inout [Double]) {
    let (columns, values) = (columns.span, values.span)
    for row in 0..<rowCount {
      let factor = factors[row]
      guard factor != 0 else { continue }
      for entry in entries(ofRow: row) {
        result[Int(columns[entry])] += values[entry] * factor
      }
      result[columnCount] += factor
    }
  }
}
