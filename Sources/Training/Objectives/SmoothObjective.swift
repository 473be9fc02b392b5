/// A convex function with a gradient and products with its Hessian: what the
/// solver minimizes.
protocol SmoothObjective {
  /// How many variables it has.
  var dimension: Int { get }

  /// Goes to a point: its value, and what the other two need of it.
  mutating func move(to x: [Double]) -> Double

  /// The gradient at the point last moved to.
  func gradient() -> [Double]

  /// H·v for the Hessian at the point last moved to.
  func hessianProduct(_ v: [Double]) -> [Double]
}
