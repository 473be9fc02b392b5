import Features
import Testing

@testable import Training

@Suite("Singular values by subspace iteration")
struct TruncatedSVDTests {
  /// UUᵀ, which does not depend on signs; row-major.
  private static func projection(_ found: TruncatedSVD, columns: Int) -> [Double] {
    let rank = found.values.count
    return (0..<columns * columns).map { place in
      let (one, other) = (place / columns, place % columns)
      return (0..<rank).reduce(0.0) {
        $0 + found.rightVectors[one * rank + $1] * found.rightVectors[other * rank + $1]
      }
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var rows: [[Double]]
    var rank: Int
    var values: [Double]
    var projection: [Double]
    var testDescription: String { "\(rows), rank \(rank)" }
  }

  static let cases = [
    // AᵀA = [[25, 20], [20, 25]]: σ² are 45 and 5, the first direction is (1, 1)/√2.
    Case(
      rows: [[3, 0], [4, 5]], rank: 2, values: [6.708203932499369, 2.23606797749979],
      projection: [1, 0, 0, 1]),
    Case(
      rows: [[3, 0], [4, 5]], rank: 1, values: [6.708203932499369],
      projection: [0.5, 0.5, 0.5, 0.5]),
    Case(
      rows: [[0, 5, 0], [2, 0, 0], [0, 0, -3], [0, 0, 0]], rank: 2, values: [5, 3],
      projection: [0, 0, 0, 0, 1, 0, 0, 0, 1]),
    // All rows are multiples of (1, 2).
    Case(
      rows: [[1, 2], [2, 4], [3, 6]], rank: 2, values: [8.366600265340756],
      projection: [0.2, 0.4, 0.4, 0.8]),
    Case(rows: [[0, 0], [0, 0]], rank: 2, values: [], projection: [0, 0, 0, 0]),
    Case(rows: [[1, 2]], rank: 0, values: [], projection: [0, 0, 0, 0]),
  ]

  @Test("are those worked out by hand, and so are the right singular vectors", arguments: cases)
  func known(_ example: Case) {
    let found = TruncatedSVD(SparseMatrix(example.rows), rank: example.rank, seed: 1)
    #expect(found.values.count == example.values.count)
    for (value, wanted) in zip(found.values, example.values) {
      #expect(abs(value - wanted) < 1e-12)
    }
    let projection = Self.projection(found, columns: example.rows[0].count)
    for (value, wanted) in zip(projection, example.projection) {
      #expect(abs(value - wanted) < 1e-12)
    }
  }

  @Test("make the matrix again: U·diag(σ²)·Uᵀ is AᵀA")
  func reconstruction() {
    let matrix = SeededProblem(seed: 4, rows: 30, columns: 12, classCount: 2).matrix
    let found = TruncatedSVD(matrix, rank: 12, seed: 9)
    var gram = [Double](repeating: 0, count: 144)
    for row in 0..<30 {
      for one in matrix.entries(ofRow: row) {
        for other in matrix.entries(ofRow: row) {
          gram[Int(matrix.columns[one]) * 12 + Int(matrix.columns[other])] +=
            matrix.values[one] * matrix.values[other]
        }
      }
    }
    #expect(found.values.count == 12)
    for one in 0..<12 {
      for other in 0..<12 {
        let sum = (0..<12).reduce(0.0) {
          $0 + found.values[$1] * found.values[$1] * found.rightVectors[one * 12 + $1]
            * found.rightVectors[other * 12 + $1]
        }
        #expect(abs(sum - gram[one * 12 + other]) < 1e-10)
      }
    }
    #expect(found.values == found.values.sorted(by: >))
  }

  @Test("of a large matrix come out to 1e-6 where they fall, the same bits each time")
  func truncated() {
    // Column i has one entry, 0.8ⁱ, so these are the singular values.
    var matrix = SparseMatrix(columnCount: 60)
    var value = 1.0
    for column in 0..<60 {
      matrix.appendRow(columns: [Int32(column)], values: [value])
      value *= 0.8
    }
    let found = TruncatedSVD(matrix, rank: 10, seed: 3)
    var wanted = 1.0
    for value in found.values {
      #expect(abs(value - wanted) < 1e-6)
      wanted *= 0.8
    }
    #expect(found.values.count == 10)
    let again = TruncatedSVD(matrix, rank: 10, seed: 3)
    #expect(again.values == found.values)
    #expect(again.rightVectors == found.rightVectors)
  }

  @Test("rest on eigenvalues: [[2, 1], [1, 2]] has 3 along (1, 1) and 1 along (1, -1)")
  func eigenvalues() {
    let found = SymmetricEigen([2, 1, 1, 2], order: 2)
    #expect(zip(found.values, [3.0, 1]).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(abs(found.vectors[0][0] - found.vectors[0][1]) < 1e-14)
    #expect(abs(found.vectors[1][0] + found.vectors[1][1]) < 1e-14)
    #expect(abs(abs(found.vectors[0][0]) - 0.5.squareRoot()) < 1e-14)
    #expect(SymmetricEigen([-2, 0, 0, 7], order: 2).values == [7, -2])
  }
}
