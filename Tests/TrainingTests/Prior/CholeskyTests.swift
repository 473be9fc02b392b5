import Evaluation
import Testing

@testable import Training

@Suite("Cholesky factors")
struct CholeskyTests {
  /// L·Lᵀ, term by term.
  private static func product(_ factor: Cholesky) -> [Double] {
    let order = factor.order
    return (0..<order * order).map { index in
      (0..<order).reduce(0.0) { sum, k in
        sum + factor.lower[index / order * order + k] * factor.lower[index % order * order + k]
      }
    }
  }

  @Test("of a matrix worked out by hand")
  func literal() {
    // [[4, 2], [2, 10]] = L·Lᵀ with L = [[2, 0], [1, 3]].
    let factor = Cholesky([4, 2, 2, 10], order: 2)
    for (found, wanted) in zip(factor.lower, [2.0, 0, 1, 3]) {
      #expect(abs(found - wanted) < 1e-9)
    }
    // Lᵀ·a = [4, 6]: a₂ = 2, a₁ = (4 - 2) / 2 = 1.
    for (found, wanted) in zip(factor.solveTransposed([4, 6]), [1.0, 2]) {
      #expect(abs(found - wanted) < 1e-9)
    }
  }

  @Test("multiply back to the matrix, and are 0 above the diagonal", arguments: [1, 2, 5, 17])
  func multiplyBack(order: Int) {
    var generator = SeededGenerator(seed: UInt64(order))
    let rows = (0..<order).map { _ in
      (0..<order + 3).map { _ in Double.random(in: -1...1, using: &generator) }
    }
    let matrix = rows.flatMap { one in
      rows.map { other in zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let factor = Cholesky(matrix, order: order)
    for (found, wanted) in zip(Self.product(factor), matrix) {
      #expect(abs(found - wanted) < 1e-8)
    }
    for row in 0..<order {
      for column in row + 1..<max(row + 1, order) {
        #expect(factor.lower[row * order + column] == 0)
      }
    }
    let right = (0..<order).map { Double($0) - 1.5 }
    let solution = factor.solveTransposed(right)
    for row in 0..<order {
      let sum = (0..<order).reduce(0.0) { $0 + factor.lower[$1 * order + row] * solution[$1] }
      #expect(abs(sum - right[row]) < 1e-8)
    }
  }

  @Test("of talks that repeat, and of talks without words, are finite")
  func singular() {
    for matrix in [[Double](repeating: 1, count: 9), [Double](repeating: 0, count: 9)] {
      let factor = Cholesky(matrix, order: 3)
      #expect(factor.lower.allSatisfy { $0.isFinite })
      for (found, wanted) in zip(Self.product(factor), matrix) {
        #expect(abs(found - wanted) < 1e-9)
      }
    }
    let none = Cholesky([], order: 0)
    #expect(none.lower == [])
    #expect(none.solveTransposed([]) == [])
  }
}
