/// A matrix with few entries that are not zero, row by row (CSR).
public struct SparseMatrix: Sendable, Equatable {
  /// How many columns there are.
  public let columnCount: Int
  /// Row r owns entries `rowOffsets[r]..<rowOffsets[r + 1]`.
  public private(set) var rowOffsets: [Int] = [0]
  /// The column of each entry, ascending within a row.
  public private(set) var columns: [Int32] = []
  /// The value of each entry.
  public private(set) var values: [Double] = []

  /// Creates a matrix without rows.
  public init(columnCount: Int) { self.columnCount = columnCount }

  /// How many rows there are.
  public var rowCount: Int { rowOffsets.count - 1 }

  /// The entries of a row, as positions in ``columns`` and ``values``.
  public func entries(ofRow row: Int) -> Range<Int> { rowOffsets[row]..<rowOffsets[row + 1] }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - columns: Ascending, below ``columnCount``.
  ///   - values: As many as columns.
  public mutating func appendRow(columns: [Int32], values: [Double]) {
    precondition(columns.count == values.count, "a row needs as many values as columns")
    self.columns += columns
    self.values += values
    rowOffsets.append(self.columns.count)
  }

  /// The matrix with every column multiplied by its factor; entries whose factor is 0
  /// are left out.
  package func scalingColumns(by factors: [Double]) -> SparseMatrix {
    var result = SparseMatrix(columnCount: columnCount)
    result.columns.reserveCapacity(columns.count)
    result.values.reserveCapacity(columns.count)
    for row in 0..<rowCount {
      for entry in entries(ofRow: row) {
        let factor = factors[Int(columns[entry])]
        if factor == 0 { continue }
        result.columns.append(columns[entry])
        result.values.append(values[entry] * factor)
      }
      result.rowOffsets.append(result.columns.count)
    }
    return result
  }

  /// The matrix with rows and columns exchanged.
  ///
  /// - Complexity: one pass to count and one to write.
  package func transposed() -> SparseMatrix {
    var result = SparseMatrix(columnCount: rowCount)
    result.rowOffsets = [Int](repeating: 0, count: columnCount + 1)
    for column in columns { result.rowOffsets[Int(column) + 1] += 1 }
    for column in 0..<columnCount { result.rowOffsets[column + 1] += result.rowOffsets[column] }
    result.columns = [Int32](repeating: 0, count: columns.count)
    result.values = [Double](repeating: 0, count: values.count)
    var ends = result.rowOffsets
    for row in 0..<rowCount {
      for entry in entries(ofRow: row) {
        let place = ends[Int(columns[entry])]
        ends[Int(columns[entry])] += 1
        result.columns[place] = Int32(row)
        result.values[place] = values[entry]
      }
    }
    return result
  }

  /// The matrix with the entries of some columns alone.
  package func keeping(_ isKept: [Bool]) -> SparseMatrix {
    scalingColumns(by: isKept.map { $0 ? 1 : 0 })
  }
}
