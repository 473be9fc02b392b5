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
  private let matrix: SparseMatrix
  private let classes: [Int]
  private let costs: [Double]
  /// What is added to each example's score of each class, fixed; row × class.
  private let offsets: [Double]
  private let classCount: Int
  /// Entry `row * classCount + class` at the point last evaluated.
  private var probabilities: [Double]

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
    dimension = (matrix.columnCount + 1) * classCount
    probabilities = [Double](repeating: 0, count: classes.count * classCount)
  }

  mutating func evaluate(at x: [Double], gradient: inout [Double]) -> Double {
    let scores = scores(x)
    var value = halfSquare(x)
    var residuals = [Double](repeating: 0, count: scores.count)
    for row in classes.indices {
      let outputs = Array(scores[row * classCount..<(row + 1) * classCount])
      value += costs[row] * (Self.logSumOfPowers(outputs) - outputs[classes[row]])
      for (k, probability) in Probabilities.ofPoles(outputs).enumerated() {
        probabilities[row * classCount + k] = probability
        residuals[row * classCount + k] =
          costs[row] * (probability - (classes[row] == k ? 1 : 0))
      }
    }
    writePenalty(x, to: &gradient)
    matrix.addTransposedClassProduct(residuals, classCount: classCount, to: &gradient)
    return value
  }

  func value(at x: [Double]) -> Double {
    let scores = scores(x)
    return classes.indices.reduce(halfSquare(x)) { sum, row in
      let outputs = Array(scores[row * classCount..<(row + 1) * classCount])
      return sum + costs[row] * (Self.logSumOfPowers(outputs) - outputs[classes[row]])
    }
  }

  /// Per example, H mixes the classes by diag(p) - p pᵀ.
  func hessianProduct(_ v: [Double], into result: inout [Double]) {
    var products = matrix.classProducts(with: v, classCount: classCount)
    for row in classes.indices {
      let places = row * classCount..<(row + 1) * classCount
      var mean = 0.0
      for place in places { mean += probabilities[place] * products[place] }
      for place in places {
        products[place] = costs[row] * probabilities[place] * (products[place] - mean)
      }
    }
    writePenalty(v, to: &result)
    matrix.addTransposedClassProduct(products, classCount: classCount, to: &result)
  }

  /// Row × class: W·x + b + o.
  private func scores(_ x: [Double]) -> [Double] {
    var scores = matrix.classProducts(with: x, classCount: classCount)
    for index in scores.indices { scores[index] += offsets[index] }
    return scores
  }

  /// The gradient of the penalty: the weights, and 0 for the intercepts.
  private func writePenalty(_ x: [Double], to gradient: inout [Double]) {
    for index in 0..<(dimension - classCount) { gradient[index] = x[index] }
    for index in (dimension - classCount)..<dimension { gradient[index] = 0 }
  }

  private func halfSquare(_ x: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<(dimension - classCount) { sum += x[index] * x[index] }
    return sum / 2
  }

  private static func logSumOfPowers(_ outputs: [Double]) -> Double {
    let largest = outputs.max() ?? 0
    return largest + log(outputs.reduce(0) { $0 + exp($1 - largest) })
  }
}
