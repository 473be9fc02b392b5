internal import Features
internal import Talks

/// The features of some talks with what is known of their terms.
///
/// X holds TF-IDF rows, Z = X·V / s their positions in the space of the word
/// vectors, s such that the talks' mean squared distance from their middle is 1, so
/// that strengths mean the same for every source of vectors. Everything is linear in
/// X: a fit on X and Z folds into one weight a term.
struct PriorDesign {
  /// One row a talk, one column a term of the vocabulary.
  let matrix: SparseMatrix
  /// Row-major, ``dimension`` numbers a talk.
  let positions: [Double]
  /// Numbers a talk has in the space of the vectors; 0 without vectors.
  let dimension: Int
  /// 1 / s.
  let scale: Double
  /// What each column stands for.
  let kinds: [Term.Kind]
  private let table: FactorTable

  /// Places talks; `kinds` nil makes every column a word's, `scale` nil takes it from
  /// these talks.
  init(
    matrix: SparseMatrix, kinds: [Term.Kind]? = nil, table: FactorTable, scale: Double? = nil
  ) {
    self.matrix = matrix
    self.kinds = kinds ?? [Term.Kind](repeating: .word, count: matrix.columnCount)
    self.table = table
    dimension = table.dimension
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
    let factor = scale ?? Self.scale(positions, dimension: table.dimension)
    self.scale = factor
    self.positions = positions.map { $0 * factor }
  }

  private init(_ design: PriorDesign, rows: [Int]) {
    var part = SparseMatrix(columnCount: design.matrix.columnCount)
    var positions: [Double] = []
    for row in rows {
      let entries = design.matrix.entries(ofRow: row)
      part.appendRow(
        columns: Array(design.matrix.columns[entries]), values: Array(design.matrix.values[entries])
      )
      positions += design.positions[row * design.dimension..<(row + 1) * design.dimension]
    }
    matrix = part
    self.positions = positions
    dimension = design.dimension
    scale = design.scale
    kinds = design.kinds
    table = design.table
  }

  /// The same design of some of its talks.
  func rows(_ rows: [Int]) -> PriorDesign { PriorDesign(self, rows: rows) }

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

  /// The kernel between the talks of two designs: X·D²·X'ᵀ + vectors² · ZZ'ᵀ,
  /// row-major.
  func kernel(with other: PriorDesign, strengths: PriorStrengths) -> [Double] {
    var kernel = scaled(strengths).products(withRowsOf: other.scaled(strengths))
    let strength = strengths.vectors * strengths.vectors
    guard dimension > 0, strength > 0 else { return kernel }
    for (index, product) in vectorKernel(with: other).enumerated() {
      kernel[index] += strength * product
    }
    return kernel
  }

  /// XX'ᵀ over the columns of some kinds alone.
  func kernel(with other: PriorDesign, kinds: Set<Term.Kind>) -> [Double] {
    let isKept = self.kinds.map(kinds.contains)
    return matrix.keeping(isKept).products(withRowsOf: other.matrix.keeping(isKept))
  }

  /// XXᵀ over the columns of some kinds alone.
  func kernel(kinds: Set<Term.Kind>) -> [Double] {
    matrix.keeping(self.kinds.map(kinds.contains)).productsOfRows()
  }

  /// ZZ'ᵀ.
  func vectorKernel(with other: PriorDesign) -> [Double] {
    let columns = other.matrix.rowCount
    var kernel = [Double](repeating: 0, count: matrix.rowCount * columns)
    guard dimension > 0 else { return kernel }
    let (one, two) = (positions.span, other.positions.span)
    for row in 0..<matrix.rowCount {
      for column in 0..<columns {
        var sum = 0.0
        for index in 0..<dimension {
          sum += one[row * dimension + index] * two[column * dimension + index]
        }
        kernel[row * columns + column] = sum
      }
    }
    return kernel
  }

  /// X·D.
  func scaled(_ strengths: PriorStrengths) -> SparseMatrix {
    let deviations = kinds.map(strengths.deviation)
    return deviations.allSatisfy { $0 == 1 } ? matrix : matrix.scalingColumns(by: deviations)
  }

  /// [X·D, vectors · Z] as one matrix, for the primal.
  func augmented(_ strengths: PriorStrengths) -> SparseMatrix {
    let scaled = scaled(strengths)
    guard dimension > 0, strengths.vectors > 0 else { return scaled }
    var result = SparseMatrix(columnCount: scaled.columnCount + dimension)
    let added = (0..<dimension).map { Int32(scaled.columnCount + $0) }
    for row in 0..<scaled.rowCount {
      let entries = scaled.entries(ofRow: row)
      result.appendRow(
        columns: Array(scaled.columns[entries]) + added,
        values: Array(scaled.values[entries])
          + positions[row * dimension..<(row + 1) * dimension].map { $0 * strengths.vectors })
    }
    return result
  }

  /// What weights in the space of the vectors are worth to each term: V·u / s.
  func folded(_ weights: [Double]) -> [Double] { table.products(with: weights.map { $0 * scale }) }
}
