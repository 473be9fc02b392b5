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

  /// X·w + b + o for each row.
  func products(with x: [Double], plus offsets: [Double]) -> [Double] {
    var results = products(with: x)
    for row in results.indices { results[row] += offsets[row] }
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

  /// X·Yᵀ of the rows of two matrices over the same columns, row-major.
  func products(withRowsOf other: SparseMatrix) -> [Double] {
    var results = [Double](repeating: 0, count: rowCount * other.rowCount)
    var dense = [Double](repeating: 0, count: columnCount)
    for row in 0..<rowCount {
      for entry in entries(ofRow: row) { dense[Int(columns[entry])] = values[entry] }
      for second in 0..<other.rowCount {
        var sum = 0.0
        for entry in other.entries(ofRow: second) {
          sum += dense[Int(other.columns[entry])] * other.values[entry]
        }
        results[row * other.rowCount + second] = sum
      }
      for entry in entries(ofRow: row) { dense[Int(columns[entry])] = 0 }
    }
    return results
  }
}
