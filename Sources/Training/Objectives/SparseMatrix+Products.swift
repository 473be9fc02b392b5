internal import Features

/// Products with the matrix [X, 1]: the last variable is the intercept.
extension SparseMatrix {
  /// X·w + b for each row; `x` is w, then b.
  func products(with x: [Double]) -> [Double] {
    let intercept = x[columnCount]
    let weights = x.span
    return (0..<rowCount).map { intercept + dot(row: $0, weights) }
  }

  /// X·w + b + o for each row.
  func products(with x: [Double], plus offsets: [Double]) -> [Double] {
    var results = products(with: x)
    for row in results.indices { results[row] += offsets[row] }
    return results
  }

  /// The product of one row with a number a column, in four sums: the processor
  /// need not wait for one addition before the next.
  @inline(__always)
  private func dot(row: Int, _ weights: Span<Double>) -> Double {
    let (columns, values) = (columns.span, values.span)
    let entries = entries(ofRow: row)
    var sums = SIMD4<Double>.zero
    var entry = entries.lowerBound
    while entry + 4 <= entries.upperBound {
      sums[0] += weights[Int(columns[entry])] * values[entry]
      sums[1] += weights[Int(columns[entry + 1])] * values[entry + 1]
      sums[2] += weights[Int(columns[entry + 2])] * values[entry + 2]
      sums[3] += weights[Int(columns[entry + 3])] * values[entry + 3]
      entry += 4
    }
    while entry < entries.upperBound {
      sums[0] += weights[Int(columns[entry])] * values[entry]
      entry += 1
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
  }

  /// Adds [X, 1]ᵀ·factors to `result`.
  func addTransposedProduct(_ factors: [Double], to result: inout [Double]) {
    let (columns, values) = (columns.span, values.span)
    var sums = result.mutableSpan
    for row in 0..<rowCount {
      let factor = factors[row]
      guard factor != 0 else { continue }
      for entry in entries(ofRow: row) {
        sums[Int(columns[entry])] += values[entry] * factor
      }
      sums[columnCount] += factor
    }
  }

  /// X·Yᵀ of the rows of two matrices over the same columns, row-major.
  func products(withRowsOf other: SparseMatrix) -> [Double] {
    var results = [Double](repeating: 0, count: rowCount * other.rowCount)
    var dense = [Double](repeating: 0, count: columnCount)
    for row in 0..<rowCount {
      for entry in entries(ofRow: row) { dense[Int(columns[entry])] = values[entry] }
      for second in 0..<other.rowCount {
        results[row * other.rowCount + second] = other.dot(row: second, dense.span)
      }
      for entry in entries(ofRow: row) { dense[Int(columns[entry])] = 0 }
    }
    return results
  }

  /// X·Xᵀ, row-major.
  func productsOfRows() -> [Double] {
    var results = [Double](repeating: 0, count: rowCount * rowCount)
    var dense = [Double](repeating: 0, count: columnCount)
    for row in 0..<rowCount {
      for entry in entries(ofRow: row) { dense[Int(columns[entry])] = values[entry] }
      for second in 0...row {
        let product = dot(row: second, dense.span)
        results[row * rowCount + second] = product
        results[second * rowCount + row] = product
      }
      for entry in entries(ofRow: row) { dense[Int(columns[entry])] = 0 }
    }
    return results
  }
}
