internal import Features

/// Where some talks stand in the space of one factor F of the prior covariance.
///
/// Z = X·F / s, with s such that the talks' mean squared distance from their middle is 1,
/// so that strengths mean the same for every source.
struct FactorPlaces {
  /// Row-major, ``dimension`` numbers a talk.
  let positions: [Double]
  /// 1 / s.
  let scale: Double
  private let table: FactorTable

  /// Numbers a talk has; 0 where the source knows nothing.
  var dimension: Int { table.dimension }

  /// Places the rows of X; `scale` nil takes it from them.
  init(_ matrix: SparseMatrix, table: FactorTable, scale: Double? = nil) {
    self.table = table
    let dimension = table.dimension
    guard dimension > 0 else {
      (positions, self.scale) = ([], 1)
      return
    }
    var positions = [Double](repeating: 0, count: matrix.rowCount * dimension)
    for row in 0..<matrix.rowCount {
      for entry in matrix.entries(ofRow: row) {
        table.add(
          matrix.values[entry], ofTerm: Int(matrix.columns[entry]), to: &positions,
          at: row * dimension)
      }
    }
    let factor = scale ?? Self.scale(positions, dimension: dimension)
    self.scale = factor
    self.positions = positions.map { $0 * factor }
  }

  private init(positions: [Double], scale: Double, table: FactorTable) {
    (self.positions, self.scale, self.table) = (positions, scale, table)
  }

  /// The places of some of the talks.
  func rows(_ rows: [Int]) -> FactorPlaces {
    FactorPlaces(positions: rows.flatMap { self[row: $0] }, scale: scale, table: table)
  }

  /// The place of a talk.
  subscript(row row: Int) -> ArraySlice<Double> {
    positions[row * dimension..<(row + 1) * dimension]
  }

  private static func scale(_ positions: [Double], dimension: Int) -> Double {
    let rowCount = positions.count / dimension
    guard rowCount > 0 else { return 1 }
    var mean = [Double](repeating: 0, count: dimension)
    for (index, value) in positions.enumerated() {
      mean[index % dimension] += value / Double(rowCount)
    }
    var squares = 0.0
    for (index, value) in positions.enumerated() {
      let distance = value - mean[index % dimension]
      squares += distance * distance
    }
    return squares > 0 ? (Double(rowCount) / squares).squareRoot() : 1
  }

  /// ZZ'ᵀ between the talks of two sets of places in one space, row-major.
  func kernel(with other: FactorPlaces, rowCount: Int, columnCount: Int) -> [Double] {
    var kernel = [Double](repeating: 0, count: rowCount * columnCount)
    guard dimension > 0 else { return kernel }
    let (one, two, dimension) = (positions.span, other.positions.span, dimension)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        var sum = 0.0
        for index in 0..<dimension {
          sum += one[row * dimension + index] * two[column * dimension + index]
        }
        kernel[row * columnCount + column] = sum
      }
    }
    return kernel
  }

  /// What weights in the space are worth to each term: F·u / s.
  func folded(_ weights: [Double]) -> [Double] { table.products(with: weights.map { $0 * scale }) }
}
