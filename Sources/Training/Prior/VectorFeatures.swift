internal import Features

/// What a linear model sees of a word vector: the centered vector, and the products of
/// its leading principal components.
///
/// With v the vector less the mean m of all, and z its ``componentCount`` leading principal
/// components, each scaled to variance 1: φ(v) = (v, c·(√2·zᵢzⱼ for i < j, zᵢ² - 1)), with c
/// such that both halves have the same mean square over the vectors. The dot product of two
/// φ is v·v' and a multiple of the centered (z·z')²: weights linear in φ are quadratic in a
/// word's meaning, so that a term's weight may rise with nearness to some meaning and not in
/// one direction alone. Folded into one weight a term, all of it costs nothing at scoring.
///
/// - SeeAlso: Schölkopf and Smola, *Learning with Kernels*, 2002, §2.1 for the polynomial
///   kernel and its features.
struct VectorFeatures: Sendable {
  /// Numbers φ has.
  let dimension: Int
  private let center: [Float]
  /// Row-major, a component a row: z = components · v; empty without products.
  private let components: [Float]
  /// c.
  private let scale: Float

  /// Components that are multiplied with each other: 300 products, as many as published
  /// vectors have numbers.
  static let componentCount = 24
  /// Vectors that the components are found on, spread over all of them.
  static let sampledRows = 2_048
  /// Vectors below which there are no products: components of few are mostly chance.
  static let minimumRows = 1_000

  /// Finds mean and components.
  init(_ vectors: WordVectors) {
    let width = vectors.dimension
    let rowCount = vectors.values.count / width
    center = Self.mean(vectors)
    var sample = SparseMatrix(columnCount: width)
    let isEnough = rowCount >= Self.minimumRows && width >= Self.componentCount
    let step = max(1, rowCount / Self.sampledRows)
    for row in stride(from: 0, to: isEnough ? rowCount : 0, by: step) {
      let vector = vectors.values[row * width..<(row + 1) * width]
      sample.appendRow(
        columns: (0..<Int32(width)).map { $0 },
        values: zip(vector, center).map { Double($0 - $1) })
    }
    let decomposition = TruncatedSVD(sample, rank: Self.componentCount, seed: 0x9C4)
    // Singular values that are next to nothing are left out.
    guard decomposition.values.count == Self.componentCount else {
      (dimension, components, scale) = (width, [], 0)
      return
    }
    let deviations = decomposition.values.map { $0 / Double(sample.rowCount).squareRoot() }
    components = deviations.enumerated().flatMap { index, deviation in
      (0..<width).map { column in
        Float(
          decomposition.rightVectors[column * Self.componentCount + index] / deviation)
      }
    }
    dimension = width + Self.componentCount * (Self.componentCount + 1) / 2
    var squares = (vectors: 0.0, products: 0.0)
    for row in 0..<sample.rowCount {
      let vector = sample.entries(ofRow: row).map { Float(sample.values[$0]) }
      squares.vectors += Self.sumOfSquares(vector)
      squares.products += Self.sumOfSquares(Self.products(vector, components))
    }
    scale = Float((squares.vectors / squares.products).squareRoot())
  }

  /// φ of a vector as the source has it.
  func callAsFunction(_ vector: ArraySlice<Float>) -> [Float] {
    of(centered: centered(vector))
  }

  /// φ of a vector that has the mean taken off already.
  func of(centered vector: [Float]) -> [Float] {
    components.isEmpty
      ? vector : vector + Self.products(vector, components).map { scale * $0 }
  }

  /// A vector less the mean: the mean says nothing about any word, and would make long
  /// talks unlike short ones.
  func centered(_ vector: ArraySlice<Float>) -> [Float] { zip(vector, center).map { $0 - $1 } }

  private static func mean(_ vectors: WordVectors) -> [Float] {
    var sum = [Double](repeating: 0, count: vectors.dimension)
    let rowCount = vectors.values.count / vectors.dimension
    let values = vectors.values.span
    for row in 0..<rowCount {
      for index in 0..<vectors.dimension {
        sum[index] += Double(values[row * vectors.dimension + index])
      }
    }
    return sum.map { Float($0 / Double(max(1, rowCount))) }
  }

  /// √2·zᵢzⱼ for i < j and zᵢ² - 1, row by row.
  private static func products(_ vector: [Float], _ components: [Float]) -> [Float] {
    let (values, rows, width) = (vector.span, components.span, vector.count)
    let parts = (0..<componentCount).map { component in
      var sum: Float = 0
      for index in 0..<width { sum += rows[component * width + index] * values[index] }
      return sum
    }
    var products: [Float] = []
    products.reserveCapacity(componentCount * (componentCount + 1) / 2)
    for one in parts.indices {
      products.append(parts[one] * parts[one] - 1)
      for other in (one + 1)..<max(one + 1, parts.count) {
        products.append(Float(2).squareRoot() * parts[one] * parts[other])
      }
    }
    return products
  }

  private static func sumOfSquares(_ values: [Float]) -> Double {
    values.reduce(0) { $0 + Double($1) * Double($1) }
  }
}
