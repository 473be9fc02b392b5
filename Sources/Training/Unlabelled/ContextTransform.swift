/// The linear map T from contexts to vectors, by ridge regression.
///
/// T = (Σ w·v·cᵀ)(Σ w·c·cᵀ + λI)⁻¹.
struct ContextTransform {
  /// A word whose vector is known.
  struct Example {
    var context: [Double]
    var vector: [Double]
    /// How much it counts, above 0.
    var weight: Double
  }

  private let dimension: Int
  /// One array a number of the vector.
  private let rows: [[Double]]

  /// Sums over examples: row-major Σ w·c·cᵀ and Σ w·v·cᵀ.
  private struct Sums {
    var gram: [Double]
    var cross: [Double]

    init(_ examples: some Sequence<Example>, dimension: Int) {
      gram = [Double](repeating: 0, count: dimension * dimension)
      cross = gram
      for example in examples {
        let context = example.context.span
        for row in 0..<dimension {
          let factor = example.weight * context[row]
          let other = example.weight * example.vector[row]
          for column in 0..<dimension {
            gram[row * dimension + column] += factor * context[column]
            cross[row * dimension + column] += other * context[column]
          }
        }
      }
    }
  }

  /// Learns from examples with the ridge, in shares of the mean diagonal, that errs
  /// least on every fifth of them; nil when all contexts are 0.
  init?(_ examples: [Example], dimension: Int, ridges: [Double]) {
    self.dimension = dimension
    let heldOut = examples.indices.filter { $0 % 5 == 0 }.map { examples[$0] }
    let training = examples.indices.filter { $0 % 5 != 0 }.map { examples[$0] }
    let part = Sums(training, dimension: dimension)
    var best: (ridge: Double, error: Double)?
    for ridge in ridges {
      guard let rows = Self.solve(part, dimension, ridge) else { return nil }
      let error = heldOut.reduce(0.0) { sum, example in
        let found = Self.apply(rows, example.context)
        return zip(found, example.vector).reduce(sum) {
          $0 + example.weight * ($1.0 - $1.1) * ($1.0 - $1.1)
        }
      }
      if best.map({ error < $0.error }) ?? true { best = (ridge, error) }
    }
    guard let best,
      let rows = Self.solve(Sums(examples, dimension: dimension), dimension, best.ridge)
    else { return nil }
    self.rows = rows
  }

  /// T·c.
  func applied(to context: [Double]) -> [Double] { Self.apply(rows, context) }

  private static func apply(_ rows: [[Double]], _ context: [Double]) -> [Double] {
    rows.map { row in zip(row, context).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private static func solve(_ sums: Sums, _ dimension: Int, _ ridge: Double) -> [[Double]]? {
    let trace = (0..<dimension).reduce(0.0) { $0 + sums.gram[$1 * dimension + $1] }
    guard trace > 0 else { return nil }
    var gram = sums.gram
    for index in 0..<dimension {
      gram[index * dimension + index] += ridge * trace / Double(dimension)
    }
    let factor = Cholesky(gram, order: dimension)
    return (0..<dimension).map { row in
      factor.solve(Array(sums.cross[row * dimension..<(row + 1) * dimension]))
    }
  }
}
