internal import Features

extension SparseMatrix {
  /// Some rows times `outputCount` numbers a column, row × output.
  ///
  /// All numbers that an entry meets stand together, so that a row is read once and not
  /// once an output; outputs are taken four at a time, in registers.
  func products(
    ofRows rows: Range<Int>, with x: [Double], outputCount: Int
  ) -> [Double] {
    let factors = x.span
    var results = [Double](repeating: 0, count: rows.count * outputCount)
    let (offsets, columns, values) = (rowOffsets.span, columns.span, values.span)
    for row in rows {
      let entries = offsets[row]..<offsets[row + 1]
      if outputCount == 1 {
        results[row - rows.lowerBound] = Self.dot(columns, values, entries, factors)
        continue
      }
      let start = (row - rows.lowerBound) * outputCount
      var first = 0
      while first + 4 <= outputCount {
        var sums = SIMD4<Double>.zero
        for entry in entries {
          sums += Self.four(factors, at: Int(columns[entry]) * outputCount + first) * values[entry]
        }
        for offset in 0..<4 { results[start + first + offset] = sums[offset] }
        first += 4
      }
      while first < outputCount {
        var sum = 0.0
        for entry in entries {
          sum += factors[Int(columns[entry]) * outputCount + first] * values[entry]
        }
        results[start + first] = sum
        first += 1
      }
    }
    return results
  }

  @inline(__always)
  private static func four(_ numbers: Span<Double>, at start: Int) -> SIMD4<Double> {
    precondition(start >= 0 && start <= numbers.count - 4, "a column beyond the matrix")
    // SAFETY: because the line above checks the four positions.
    return unsafe SIMD4(
      numbers[unchecked: start], numbers[unchecked: start + 1], numbers[unchecked: start + 2],
      numbers[unchecked: start + 3])
  }

  /// The product of one row with a number a column.
  @inline(__always)
  private func dot(row: Int, _ factors: Span<Double>) -> Double {
    Self.dot(columns.span, values.span, entries(ofRow: row), factors)
  }

  /// The same in four sums: the processor need not wait for one addition before the
  /// next.
  @inline(__always)
  private static func dot(
    _ columns: Span<Int32>, _ values: Span<Double>, _ entries: Range<Int>,
    _ factors: Span<Double>
  ) -> Double {
    var sums = SIMD4<Double>.zero
    var entry = entries.lowerBound
    while entry + 4 <= entries.upperBound {
      sums[0] += factors[Int(columns[entry])] * values[entry]
      sums[1] += factors[Int(columns[entry + 1])] * values[entry + 1]
      sums[2] += factors[Int(columns[entry + 2])] * values[entry + 2]
      sums[3] += factors[Int(columns[entry + 3])] * values[entry + 3]
      entry += 4
    }
    while entry < entries.upperBound {
      sums[0] += factors[Int(columns[entry])] * values[entry]
      entry += 1
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3])
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
