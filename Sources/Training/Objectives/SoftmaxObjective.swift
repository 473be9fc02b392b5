internal import Classification
internal import Features
internal import Glibc

/// L2-regularized multinomial logistic regression for K ≥ 3 classes.
///
/// f(W, b) = ½ ‖W‖² + C Σᵢ cᵢ (ln Σₖ exp(wₖ·xᵢ + bₖ) - w_yᵢ·xᵢ - b_yᵢ), b not
/// regularized: the function scikit-learn's `LogisticRegression` minimizes for
/// more than two classes. Variables are the K weights of the first column, those of
/// the second, …, and b last. Adding one number to all b changes nothing; from a start at zero the
/// solver's steps keep Σₖ bₖ = 0.
///
/// - SeeAlso: Böhning, "Multinomial logistic regression algorithm", Annals of the
///   Institute of Statistical Mathematics 44, 1992, for the Hessian.
struct SoftmaxObjective: SmoothObjective {
  private let design: DesignMatrix
  private let classes: [Int]
  private let costs: [Double]
  /// What is added to each example's score of each class, fixed; row × class.
  private let offsets: [Double]
  private var point: [Double]
  /// Entry `row * classCount + class` at the point.
  private var probabilities: [Double]

  var dimension: Int { design.dimension }
  private var classCount: Int { design.outputCount }

  init(
    matrix: SparseMatrix, classes: [Int], classCount: Int, costs: [Double],
    offsets: [Double]? = nil, workerCount: Int = 1
  ) {
    design = DesignMatrix(matrix, outputCount: classCount, workerCount: workerCount)
    self.offsets = offsets ?? [Double](repeating: 0, count: classes.count * classCount)
    self.classes = classes
    self.costs = costs
    probabilities = [Double](repeating: 0, count: classes.count * classCount)
    point = [Double](repeating: 0, count: design.dimension)
  }

  mutating func move(to x: [Double]) -> Double {
    point = x
    let scores = design.product(with: x)
    var value = x[..<design.interceptStart].reduce(0) { $0 + $1 * $1 } / 2
    for row in classes.indices {
      let places = row * classCount..<(row + 1) * classCount
      let outputs = places.map { scores[$0] + offsets[$0] }
      value += costs[row] * (Self.logSumOfPowers(outputs) - outputs[classes[row]])
      for (place, probability) in zip(places, Probabilities.ofPoles(outputs)) {
        probabilities[place] = probability
      }
    }
    return value
  }

  func gradient() -> [Double] {
    var residuals = probabilities
    for row in classes.indices {
      residuals[row * classCount + classes[row]] -= 1
      for place in row * classCount..<(row + 1) * classCount { residuals[place] *= costs[row] }
    }
    var gradient = design.transposedProduct(with: residuals)
    for index in 0..<design.interceptStart { gradient[index] += point[index] }
    return gradient
  }

  /// Per example, H mixes the classes by diag(p) - p pᵀ.
  func hessianProduct(_ v: [Double]) -> [Double] {
    var products = design.product(with: v)
    for row in classes.indices {
      let places = row * classCount..<(row + 1) * classCount
      var mean = 0.0
      for place in places { mean += probabilities[place] * products[place] }
      for place in places {
        products[place] = costs[row] * probabilities[place] * (products[place] - mean)
      }
    }
    var result = design.transposedProduct(with: products)
    for index in 0..<design.interceptStart { result[index] += v[index] }
    return result
  }

  private static func logSumOfPowers(_ outputs: [Double]) -> Double {
    let largest = outputs.max() ?? 0
    return largest + log(outputs.reduce(0) { $0 + exp($1 - largest) })
  }
}
