import Features
import Testing

@testable import Training

@Suite("A design matrix and its transpose")
struct DesignMatrixTests {
  private let matrix = SparseMatrix([[1, 0, 2], [0, 3, 0], [0, 0, 0], [4, 5, 6]])

  @Test("adds the intercept to each row's product")
  func product() {
    #expect(
      DesignMatrix(matrix, outputCount: 1).product(with: [1, 10, 100, 0.5]) == [
        201.5, 30.5, 0.5, 654.5,
      ])
    #expect(
      DesignMatrix(matrix, outputCount: 2).product(with: [1, -1, 10, -10, 100, -100, 0.5, 7]) == [
        201.5, -194, 30.5, -23, 0.5, 7, 654.5, -647,
      ])
  }

  @Test("ends the transposed product with the sums of the factors")
  func transposedProduct() {
    #expect(
      DesignMatrix(matrix, outputCount: 1).transposedProduct(with: [1, 2, 3, 4]) == [
        17, 26, 26, 10,
      ])
    #expect(
      DesignMatrix(matrix, outputCount: 2).transposedProduct(with: [1, 0, 2, 1, 3, 0, 4, 0]) == [
        17, 0, 26, 3, 26, 0, 10, 1,
      ])
  }

  @Test("a matrix transposed twice is the same, columns without entries included")
  func transposition() {
    let wide = SparseMatrix([[0, 1, 0, 2], [0, 0, 0, 3]])
    #expect(wide.transposed() == SparseMatrix([[0, 0], [1, 0], [0, 0], [2, 3]]))
    #expect(wide.transposed().transposed() == wide)
  }

  @Test("any number of workers gives the same bits", arguments: [1, 5], [3])
  func workers(outputCount: Int, workerCount: Int) {
    // Several parts' worth of entries.
    let problem = SeededProblem(seed: 3, rows: 3_000, columns: 120, classCount: 2)
    #expect(problem.matrix.values.count > 3 << 15)
    let (one, many) = (
      DesignMatrix(problem.matrix, outputCount: outputCount),
      DesignMatrix(problem.matrix, outputCount: outputCount, workerCount: workerCount)
    )
    let x = SeededProblem.point(seed: 4, count: one.dimension)
    #expect(many.product(with: x).map(\.bitPattern) == one.product(with: x).map(\.bitPattern))
    let factors = SeededProblem.point(seed: 5, count: one.rowCount * outputCount)
    #expect(
      many.transposedProduct(with: factors).map(\.bitPattern)
        == one.transposedProduct(with: factors).map(\.bitPattern))
  }
}
