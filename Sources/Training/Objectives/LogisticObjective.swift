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
  private let matrix: SparseMatrix
  /// +1 for the second pole, -1 for the first.
  private let signs: [Double]
  /// C · cᵢ.
  private let costs: [Double]
  /// What is added to each example's score, fixed.
  private let offsets: [Double]
  /// Cᵢ σᵢ (1 - σᵢ) at the point last evaluated.
  private var curvatures: [Double]

  let dimension: Int

  init(matrix: SparseMatrix, classes: [Int], costs: [Double], offsets: [Double]? = nil) {
    self.matrix = matrix
    self.offsets = offsets ?? [Double](repeating: 0, count: classes.count)
    self.costs = costs
    signs = classes.map { $0 == 1 ? 1 : -1 }
    curvatures = [Double](repeating: 0, count: classes.count)
    dimension = matrix.columnCount + 1
  }

  mutating func evaluate(at x: [Double], gradient: inout [Double]) -> Double {
    let margins = matrix.products(with: x, plus: offsets)
    var value = Self.halfSquare(x)
    var residuals = [Double](repeating: 0, count: signs.count)
    for row in signs.indices {
      value += costs[row] * Self.logisticLoss(signs[row] * margins[row])
      let probability = Probabilities.logistic(signs[row] * margins[row])
      residuals[row] = costs[row] * (probability - 1) * signs[row]
      curvatures[row] = costs[row] * probability * (1 - probability)
    }
    gradient = x
    gradient[dimension - 1] = 0
    matrix.addTransposedProduct(residuals, to: &gradient)
    return value
  }

  func value(at x: [Double]) -> Double {
    let margins = matrix.products(with: x, plus: offsets)
    return signs.indices.reduce(Self.halfSquare(x)) {
      $0 + costs[$1] * Self.logisticLoss(signs[$1] * margins[$1])
    }
  }

  func hessianProduct(_ v: [Double], into result: inout [Double]) {
    var products = matrix.products(with: v)
    for row in products.indices { products[row] *= curvatures[row] }
    result = v
    result[dimension - 1] = 0
    matrix.addTransposedProduct(products, to: &result)
  }

  /// ½ wᵀw, without the intercept.
  private static func halfSquare(_ x: [Double]) -> Double {
    x.dropLast().reduce(0) { $0 + $1 * $1 } / 2
  }

  /// ln(1 + e⁻ᵐ), without overflow.
  private static func logisticLoss(_ margin: Double) -> Double {
    margin > 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin
  }
}
