internal import Classification
internal import Features
internal import Glibc

/// L2-regularized multinomial logistic regression for K ≥ 3 classes.
///
/// f(W, b) = ½ ‖W‖² + C Σᵢ cᵢ (ln Σₖ exp(wₖ·xᵢ + bₖ) - w_yᵢ·xᵢ - b_yᵢ), b not
/// regularized: the function scikit-learn's `LogisticRegression` minimizes for
/// more than two classes. Variables are (w₀, b₀), (w₁, b₁), … one class after the
/// other. Adding one number to all b changes nothing; from a start at zero the
/// solver's steps keep Σₖ bₖ = 0.
///
/// - SeeAlso: Böhning, "Multinomial logistic regression algorithm", Annals of the
///   Institute of Statistical Mathematics 44, 1992, for the Hessian.
struct SoftmaxObjective: SmoothObjective {
  private let matrix: SparseMatrix
  private let classes: [Int]
  private let costs: [Double]
  /// What is added to each example's score of each class, fixed; row × class.
  private let offsets: [Double]
  private let classCount: Int
  /// Entry `row * classCount + class` at the point last evaluated.
  private var probabilities: [Double]
  private let stride: Int

  let dimension: Int

  init(
    matrix: SparseMatrix, classes: [Int], classCount: Int, costs: [Double],
    offsets: [Double]? = nil
  ) {
    self.matrix = matrix
    self.offsets = offsets ?? [Double](repeating: 0, count: classes.count * classCount)
    self.classes = classes
    self.classCount = classCount
    self.costs = costs
    stride = matrix.columnCount + 1
    dimension = stride * classCount
    probabilities = [Double](repeating: 0, count: classes.count * classCount)
  }

  mutating func evaluate(at x: [Double], gradient: inout [Double]) -> Double {
    let scores = zip(self.scores(x), offsets).map { $0 + $1 }
    var value = halfSquare(x)
    for row in classes.indices {
      let outputs = Array(scores[row * classCount..<(row + 1) * classCount])
      value += costs[row] * (Self.logSumOfPowers(outputs) - outputs[classes[row]])
      for (index, probability) in Probabilities.ofPoles(outputs).enumerated() {
        probabilities[row * classCount + index] = probability
      }
    }
    gradient = x
    for k in 0..<classCount {
      let residuals = classes.indices.map { row in
        costs[row] * (probabilities[row * classCount + k] - (classes[row] == k ? 1 : 0))
      }
      addTransposed(residuals, class: k, to: &gradient)
    }
    return value
  }

  func value(at x: [Double]) -> Double {
    let scores = zip(self.scores(x), offsets).map { $0 + $1 }
    return classes.indices.reduce(halfSquare(x)) { sum, row in
      let outputs = Array(scores[row * classCount..<(row + 1) * classCount])
      return sum + costs[row] * (Self.logSumOfPowers(outputs) - outputs[classes[row]])
    }
  }

  /// Per example, H mixes the classes by diag(p) - p pᵀ.
  func hessianProduct(_ v: [Double], into result: inout [Double]) {
    let directions = scores(v)
    result = v
    var means = [Double](repeating: 0, count: classes.count)
    for row in classes.indices {
      for k in 0..<classCount {
        means[row] += probabilities[row * classCount + k] * directions[row * classCount + k]
      }
    }
    for k in 0..<classCount {
      let products = classes.indices.map { row in
        costs[row] * probabilities[row * classCount + k]
          * (directions[row * classCount + k] - means[row])
      }
      addTransposed(products, class: k, to: &result)
    }
  }

  /// Row × class: W·x + b.
  private func scores(_ x: [Double]) -> [Double] {
    var scores = [Double](repeating: 0, count: classes.count * classCount)
    for k in 0..<classCount {
      let products = matrix.products(with: Array(x[k * stride..<(k + 1) * stride]))
      for row in products.indices { scores[row * classCount + k] = products[row] }
    }
    return scores
  }

  private func addTransposed(_ factors: [Double], class k: Int, to result: inout [Double]) {
    var part = Array(result[k * stride..<(k + 1) * stride])
    part[stride - 1] = 0
    matrix.addTransposedProduct(factors, to: &part)
    result.replaceSubrange(k * stride..<(k + 1) * stride, with: part)
  }

  private func halfSquare(_ x: [Double]) -> Double {
    var sum = 0.0
    for index in x.indices where index % stride != stride - 1 { sum += x[index] * x[index] }
    return sum / 2
  }

  private static func logSumOfPowers(_ outputs: [Double]) -> Double {
    let largest = outputs.max() ?? 0
    return largest + log(outputs.reduce(0) { $0 + exp($1 - largest) })
  }
}
