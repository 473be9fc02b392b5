internal import Features

/// The largest singular values of a sparse matrix A ≈ P·diag(σ)·Uᵀ and the right singular
/// vectors U, by randomized subspace iteration.
///
/// With Ω a matrix of random numbers from -1 to 1, Q = orth(A·Ω), and ``iterations`` times
/// Q = orth(A·orth(AᵀQ)): Q spans what A does with its largest singular values. With
/// B = AᵀQ and BᵀB = W·diag(σ²)·Wᵀ, U = B·W·diag(1/σ). The numbers come of a seed and
/// everything is summed in one order: the same matrix gives the same bits.
///
/// - SeeAlso: Halko, Martinsson and Tropp, "Finding structure with randomness",
///   *SIAM Review* 53, 2011, algorithms 4.4 and 5.1.
struct TruncatedSVD {
  /// σ, falling; those below 10⁻⁶ of the largest are left out.
  let values: [Double]
  /// U, row-major: a row a column of A, a number a singular value.
  let rightVectors: [Double]

  /// Directions sought beyond those wanted, which make the wanted ones exact sooner.
  static let oversampling = 10
  /// Times A·Aᵀ is applied: the spectrum of texts falls slowly.
  static let iterations = 4

  /// Finds at most `rank` singular values.
  ///
  /// - Complexity: O(*e·l* + (*n* + *m*)·*l*² + *l*³) for *e* entries, *n* × *m* and
  ///   *l* = rank + 10.
  init(_ matrix: SparseMatrix, rank: Int, seed: UInt64) {
    let (rows, columns) = (matrix.rowCount, matrix.columnCount)
    let width = min(rank + Self.oversampling, rows, columns)
    guard width > 0, rank > 0 else {
      (values, rightVectors) = ([], [])
      return
    }
    var generator = SeededGenerator(seed: seed, stream: 0x57D)
    // Whole numbers scaled by a power of two: no rounding, so the same everywhere. Signs
    // alone would be cheaper, and of two by two signs every other matrix is singular.
    let start = (0..<columns * width).map { _ in
      Double(Int64(bitPattern: generator.next()) >> 11) * 0x1p-52
    }
    var basis = Self.orthonormal(matrix.product(with: start, width: width), width: width)
    for _ in 0..<Self.iterations {
      let other = Self.orthonormal(
        matrix.transposedProduct(with: basis, width: width), width: width)
      basis = Self.orthonormal(matrix.product(with: other, width: width), width: width)
    }
    let projected = matrix.transposedProduct(with: basis, width: width)
    let eigen = SymmetricEigen(Self.gram(projected, width: width), order: width)
    let largest = max(0, eigen.values.first ?? 0)
    let kept = eigen.values.prefix(rank).prefix { $0 > 1e-12 * largest }.map { $0.squareRoot() }
    values = kept
    var vectors = [Double](repeating: 0, count: columns * kept.count)
    for column in 0..<columns {
      for index in kept.indices {
        var sum = 0.0
        for part in 0..<width {
          sum += projected[column * width + part] * eigen.vectors[index][part]
        }
        vectors[column * kept.count + index] = sum / kept[index]
      }
    }
    rightVectors = vectors
  }

  /// MᵀM of a row-major matrix.
  private static func gram(_ matrix: [Double], width: Int) -> [Double] {
    var gram = [Double](repeating: 0, count: width * width)
    for start in stride(from: 0, to: matrix.count, by: width) {
      for one in 0..<width {
        let factor = matrix[start + one]
        if factor == 0 { continue }
        for other in 0..<width { gram[one * width + other] += factor * matrix[start + other] }
      }
    }
    return gram
  }

  /// Orthonormal columns that span those of a row-major matrix, by Gram and Schmidt's
  /// method done twice; a column that the others span becomes 0.
  private static func orthonormal(_ matrix: [Double], width: Int) -> [Double] {
    let count = matrix.count / width
    var columns = (0..<width).map { column in
      (0..<count).map { matrix[$0 * width + column] }
    }
    for index in 0..<width {
      let before = dot(columns[index], columns[index])
      for _ in 0..<2 {
        for earlier in 0..<index {
          let share = dot(columns[earlier], columns[index])
          if share != 0 { subtract(share, columns[earlier], from: &columns[index]) }
        }
      }
      let norm = dot(columns[index], columns[index])
      let factor = norm > 1e-24 * before ? 1 / norm.squareRoot() : 0
      for row in 0..<count { columns[index][row] *= factor }
    }
    var result = [Double](repeating: 0, count: matrix.count)
    for (column, values) in columns.enumerated() {
      for row in 0..<count { result[row * width + column] = values[row] }
    }
    return result
  }

  private static func dot(_ one: [Double], _ other: [Double]) -> Double {
    let (one, other) = (one.span, other.span)
    var sum = 0.0
    for index in one.indices { sum += one[index] * other[index] }
    return sum
  }

  private static func subtract(
    _ factor: Double, _ column: [Double], from result: inout [Double]
  ) {
    let column = column.span
    for index in column.indices { result[index] -= factor * column[index] }
  }
}

extension SparseMatrix {
  /// A·M of a dense row-major matrix of `width` columns.
  fileprivate func product(with dense: [Double], width: Int) -> [Double] {
    var result = [Double](repeating: 0, count: rowCount * width)
    let dense = dense.span
    for row in 0..<rowCount {
      for entry in entries(ofRow: row) {
        let (value, start) = (values[entry], Int(columns[entry]) * width)
        for index in 0..<width { result[row * width + index] += value * dense[start + index] }
      }
    }
    return result
  }

  /// Aᵀ·M of a dense row-major matrix of `width` columns.
  fileprivate func transposedProduct(with dense: [Double], width: Int) -> [Double] {
    var result = [Double](repeating: 0, count: columnCount * width)
    let dense = dense.span
    for row in 0..<rowCount {
      for entry in entries(ofRow: row) {
        let (value, start) = (values[entry], Int(columns[entry]) * width)
        for index in 0..<width { result[start + index] += value * dense[row * width + index] }
      }
    }
    return result
  }
}
