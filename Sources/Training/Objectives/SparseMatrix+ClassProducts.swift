internal import Features

/// Products of [X, 1] with K columns at once, for softmax.
///
/// Variables and scores are class by class within a column or row: all K numbers that
/// an entry of X meets stand together, so that a row is read once and not K times.
/// Classes are taken four at a time, in registers.
extension SparseMatrix {
  /// Row × class: X·W + b; `x` is column × class, the intercepts last.
  func classProducts(with x: [Double], classCount: Int) -> [Double] {
    var results = [Double](repeating: 0, count: rowCount * classCount)
    let (columns, values, x) = (columns.span, values.span, x.span)
    for row in 0..<rowCount {
      let entries = entries(ofRow: row)
      var first = 0
      while first + 4 <= classCount {
        var sums = Self.four(x, at: columnCount * classCount + first)
        for entry in entries {
          sums += Self.four(x, at: Int(columns[entry]) * classCount + first) * values[entry]
        }
        for offset in 0..<4 { results[row * classCount + first + offset] = sums[offset] }
        first += 4
      }
      while first < classCount {
        var sum = x[columnCount * classCount + first]
        for entry in entries {
          sum += x[Int(columns[entry]) * classCount + first] * values[entry]
        }
        results[row * classCount + first] = sum
        first += 1
      }
    }
    return results
  }

  /// Adds [X, 1]ᵀ·factors to `result`, column × class; factors are row × class.
  func addTransposedClassProduct(
    _ factors: [Double], classCount: Int, to result: inout [Double]
  ) {
    let (columns, values, factors) = (columns.span, values.span, factors.span)
    var sums = result.mutableSpan
    for row in 0..<rowCount {
      let entries = entries(ofRow: row)
      var first = 0
      while first + 4 <= classCount {
        let factor = Self.four(factors, at: row * classCount + first)
        for entry in entries {
          Self.add(
            factor * values[entry], to: &sums, at: Int(columns[entry]) * classCount + first)
        }
        Self.add(factor, to: &sums, at: columnCount * classCount + first)
        first += 4
      }
      while first < classCount {
        let factor = factors[row * classCount + first]
        for entry in entries {
          sums[Int(columns[entry]) * classCount + first] += factor * values[entry]
        }
        sums[columnCount * classCount + first] += factor
        first += 1
      }
    }
  }

  @inline(__always)
  private static func four(_ numbers: Span<Double>, at start: Int) -> SIMD4<Double> {
    precondition(start >= 0 && start <= numbers.count - 4, "a column beyond the matrix")
    // SAFETY: because the line above checks the four positions.
    return unsafe SIMD4(
      numbers[unchecked: start], numbers[unchecked: start + 1], numbers[unchecked: start + 2],
      numbers[unchecked: start + 3])
  }

  @inline(__always)
  private static func add(
    _ four: SIMD4<Double>, to numbers: inout MutableSpan<Double>, at start: Int
  ) {
    precondition(start >= 0 && start <= numbers.count - 4, "a column beyond the matrix")
    let sums =
      // SAFETY: because the line above checks the four positions.
      unsafe SIMD4(
        numbers[unchecked: start], numbers[unchecked: start + 1], numbers[unchecked: start + 2],
        numbers[unchecked: start + 3]) + four
    // SAFETY: because the first line checks the four positions.
    unsafe numbers[unchecked: start] = sums[0]
    unsafe numbers[unchecked: start + 1] = sums[1]
    unsafe numbers[unchecked: start + 2] = sums[2]
    unsafe numbers[unchecked: start + 3] = sums[3]
  }
}
