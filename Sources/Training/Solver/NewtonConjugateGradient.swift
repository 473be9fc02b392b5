/// Newton's method with inner conjugate gradients and a backtracking line search.
///
/// Each step solves H·d = -g to a residual of min(½, √‖g‖)·‖g‖ and halves the
/// length until f falls by 10⁻⁴ of what the gradient promises (Armijo), or stays
/// equal up to rounding once that promise is as small. On a convex function with
/// a minimum this converges from any start, at last superlinearly.
///
/// Stops when ‖g‖ ≤ ``tolerance`` · ‖g₀‖, with g₀ the gradient at the start; or
/// when no step lowers f any more, which happens at the limit of double precision;
/// or after ``maximumSteps``. No randomness: the same input gives the same bits.
///
/// - SeeAlso: Nocedal and Wright, *Numerical Optimization*, 2nd ed., 2006,
///   algorithm 7.1 and theorem 7.2.
public struct NewtonConjugateGradient: Sendable {
  /// The share of the first gradient's norm at which the solver stops.
  public var tolerance: Double
  /// Newton steps at most.
  public var maximumSteps: Int

  /// Creates a solver.
  public init(tolerance: Double = 1e-10, maximumSteps: Int = 100) {
    self.tolerance = tolerance
    self.maximumSteps = maximumSteps
  }

  /// The share of f that is taken for rounding.
  private static let rounding = 1e-13

  /// What a minimization came to.
  struct Result {
    var point: [Double]
    var value: Double
    var gradientNorm: Double
    var steps: Int
  }

  /// Minimizes from a start at zero.
  func minimize<Objective: SmoothObjective>(_ start: Objective) -> Result {
    var objective = start
    var x = [Double](repeating: 0, count: objective.dimension)
    var value = objective.move(to: x)
    var gradient = objective.gradient()
    var norm = Self.norm(gradient)
    let goal = tolerance * norm
    var steps = 0
    while norm > goal, steps < maximumSteps {
      let direction = solve(objective, gradient, accuracy: min(0.5, norm.squareRoot()) * norm)
      guard let next = step(&objective, x, value, gradient, direction) else { break }
      (x, value) = next
      gradient = objective.gradient()
      norm = Self.norm(gradient)
      steps += 1
    }
    return Result(point: x, value: value, gradientNorm: norm, steps: steps)
  }

  /// Conjugate gradients for H·d = -g.
  private func solve<Objective: SmoothObjective>(
    _ objective: Objective, _ gradient: [Double], accuracy: Double
  ) -> [Double] {
    var direction = [Double](repeating: 0, count: gradient.count)
    var residual = gradient.map { -$0 }
    var search = residual
    var square = Self.dot(residual, residual)
    for _ in 0..<max(10, gradient.count) {
      guard square.squareRoot() > accuracy else { break }
      let product = objective.hessianProduct(search)
      let curvature = Self.dot(search, product)
      guard curvature > 0 else { break }
      let length = square / curvature
      for index in direction.indices {
        direction[index] += length * search[index]
        residual[index] -= length * product[index]
      }
      let next = Self.dot(residual, residual)
      let ratio = next / square
      for index in search.indices { search[index] = residual[index] + ratio * search[index] }
      square = next
    }
    return direction
  }

  /// The first of x + d, x + d/2, x + d/4, … that lowers f enough, with f there and the
  /// objective moved to it; or nil.
  private func step<Objective: SmoothObjective>(
    _ objective: inout Objective, _ x: [Double], _ value: Double, _ gradient: [Double],
    _ direction: [Double]
  ) -> (point: [Double], value: Double)? {
    let slope = Self.dot(gradient, direction)
    guard slope < 0 else { return nil }
    // Near the minimum the promised fall drowns in the rounding of f, which then
    // cannot judge a step; Newton's full step still lowers the gradient there.
    let rounding = Self.rounding * abs(value)
    let allowance = -slope <= rounding ? rounding : 0
    var length = 1.0
    for _ in 0..<50 {
      let candidate = x.indices.map { x[$0] + length * direction[$0] }
      let reached = objective.move(to: candidate)
      if reached <= value + 1e-4 * length * slope + allowance { return (candidate, reached) }
      length /= 2
    }
    return nil
  }

  private static func dot(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for index in one.indices { sum += one[index] * other[index] }
    return sum
  }

  private static func norm(_ x: [Double]) -> Double { dot(x, x).squareRoot() }
}
