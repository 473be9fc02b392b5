import Features
import Foundation
import TestSupport
import Training

/// What scikit-learn found; written by Benchmarks/peers/logistic_oracle.py.
struct LogisticFixture: Decodable {
  struct Case: Decodable {
    var name: String
    var columnCount: Int
    var rowOffsets: [Int]
    var columns: [Int32]
    var values: [Double]
    var classes: [Int]
    var classCount: Int
    var inverseRegularization: Double
    var classWeighting: ClassWeighting
    var weights: [[Double]]
    var intercepts: [Double]
    var objective: Double

    var matrix: SparseMatrix {
      var matrix = SparseMatrix(columnCount: columnCount)
      for row in 0..<rowOffsets.count - 1 {
        let entries = rowOffsets[row]..<rowOffsets[row + 1]
        matrix.appendRow(columns: Array(columns[entries]), values: Array(values[entries]))
      }
      return matrix
    }
  }

  struct Weighting: Decodable {
    var terms: [String]
    var counts: [[Int]]
    var inverseDocumentFrequencies: [Double]
    var plain: [[Double]]
    var sublinear: [[Double]]
  }

  var tfidf: Weighting
  var cases: [Case]

  static func load() throws -> LogisticFixture {
    let path = Repository.path("Tests/TrainingTests/Fixtures/logistic.json")
    return try JSONDecoder().decode(
      LogisticFixture.self, from: Data(contentsOf: URL(filePath: path)))
  }
}
