import Evaluation
import Features

@testable import Training

/// A small random problem; equal seeds give equal ones.
struct SeededProblem {
  var matrix: SparseMatrix
  var classes: [Int]
  var costs: [Double]

  init(seed: UInt64, rows: Int, columns: Int, classCount: Int) {
    var generator = SeededGenerator(seed: seed)
    matrix = SparseMatrix(columnCount: columns)
    classes = (0..<rows).map { $0 % classCount }
    costs = (0..<rows).map { _ in Double.random(in: 0.5...3, using: &generator) }
    for _ in 0..<rows {
      let kept = (0..<columns).filter { _ in generator.below(3) == 0 }
      matrix.appendRow(
        columns: kept.map { Int32($0) },
        values: kept.map { _ in Double.random(in: -1...1, using: &generator) })
    }
  }

  /// A random vector for trying an objective out.
  static func point(seed: UInt64, count: Int) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Double.random(in: -1...1, using: &generator) }
  }
}

extension SparseMatrix {
  /// A matrix from dense rows; zeros are left out.
  init(_ rows: [[Double]]) {
    self.init(columnCount: rows.first?.count ?? 0)
    for row in rows {
      let kept = row.indices.filter { row[$0] != 0 }
      appendRow(columns: kept.map { Int32($0) }, values: kept.map { row[$0] })
    }
  }
}
