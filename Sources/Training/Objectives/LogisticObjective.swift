internal import Classification
internal import Features
internal import Glibc

/// L2-regularized logistic regression for two classes.
///
/// f(w, b) = ½ wᵀw + C Σᵢ cᵢ ln(1 + exp(-yᵢ (w·xᵢ + b))), with yᵢ ∈ {-1, +1}, cᵢ
/// the weight of the example's class, and b not regularized: the function
/// scikit-learn's `LogisticRegression` minimizes. Variables are w, then b. A fixed
/// offset oᵢ may be added to each score: what a prior mean of the weights says.
///
/// - SeeAlso: Lin, Weng and Keerthi, "Trust Region Newton Method for Large-Scale
///   Logistic Regression", JMLR 9, 2008, for gradient and Hessian products.
struct LogisticObjective: SmoothObjective {
  private let design: DesignMatrix
  /// +1 for the second pole, -1 for the first.
  private let signs: [Double]
  /// C · cᵢ.
  private let costs: [Double]
  /// What is added to each example's score, fixed.
  private let offsets: [Double]
  private var point: [Double]
  /// σ(yᵢ mᵢ) at the point, with mᵢ the example's score.
  private var probabilities: [Double]

  var dimension: Int { design.dimension }

  init(
    matrix: SparseMatrix, classes: [Int], costs: [Double], offsets: [Double]? = nil,
    workerCount: Int = 1
  ) {
    design = DesignMatrix(matrix, outputCount: 1, workerCount: workerCount)
    self.offsets = offsets ?? [Double](repeating: 0, count: classes.count)
    self.costs = costs
    signs = classes.map { $0 == 1 ? 1 : -1 }
    probabilities = [Double](repeating: 0, count: classes.count)
    point = [Double](repeating: 0, count: design.dimension)
  }

  mutating func move(to x: [Double]) -> Double {
    point = x
    let scores = design.product(with: x)
    var value = x.dropLast().reduce(0) { $0 + $1 * $1 } / 2
    for row in signs.indices {
      let margin = signs[row] * (scores[row] + offsets[row])
      value += costs[row] * Self.logisticLoss(margin)
      probabilities[row] = Probabilities.logistic(margin)
    }
    return value
  }

  func gradient() -> [Double] {
    var gradient = design.transposedProduct(
      with: signs.indices.map { costs[$0] * (probabilities[$0] - 1) * signs[$0] })
    for index in 0..<design.interceptStart { gradient[index] += point[index] }
    return gradient
  }

  func hessianProduct(_ v: [Double]) -> [Double] {
    var products = design.product(with: v)
    for row in products.indices {
      products[row] *= costs[row] * probabilities[row] * (1 - probabilities[row])
    }
    var result = design.transposedProduct(with: products)
    for index in 0..<design.interceptStart { result[index] += v[index] }
    return result
  }

  /// ln(1 + e⁻ᵐ), without overflow.
  private static func logisticLoss(_ margin: Double) -> Double {
    margin > 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin
  }
}
