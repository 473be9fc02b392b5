/// A convex function with a gradient and products with its Hessian: what the
/// solver minimizes.
protocol SmoothObjective {
  /// How many variables it has.
  var dimension: Int { get }

  /// The value at `x`; writes the gradient, and keeps what `hessianProduct` needs.
  mutating func evaluate(at x: [Double], gradient: inout [Double]) -> Double

  /// The value at `x` alone; does not disturb what `evaluate` kept.
  func value(at x: [Double]) -> Double

  /// Writes H·v for the Hessian at the point last evaluated.
  func hessianProduct(_ v: [Double], into result: inout [Double])
}
