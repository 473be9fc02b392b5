/// Weights of every term for every output, and the intercepts.
///
/// Shape terms × outputs, feature-major: all outputs of a term lie together, since
/// scoring meets a term once and needs them all.
public struct LinearWeights: Sendable, Equatable {
  /// How many outputs there are.
  public let outputCount: Int
  /// Entry `term * outputCount + output`.
  public let values: [Float]
  /// One an output.
  public let intercepts: [Float]

  /// Creates weights.
  ///
  /// - Throws: ``ModelError/shapesDiffer(what:expected:found:)`` unless `values` is
  ///   a whole number of rows, and ``ModelError/notFinite`` for NaN or infinity.
  public init(values: [Float], intercepts: [Float]) throws(ModelError) {
    guard !intercepts.isEmpty, values.count.isMultiple(of: intercepts.count) else {
      throw .shapesDiffer(
        what: "weights in whole rows", expected: max(1, intercepts.count), found: values.count)
    }
    guard values.allSatisfy(\.isFinite), intercepts.allSatisfy(\.isFinite) else {
      throw .notFinite
    }
    outputCount = intercepts.count
    self.values = values
    self.intercepts = intercepts
  }

  /// How many terms there are.
  public var termCount: Int { values.count / outputCount }

  /// The weight of a term for an output.
  public func weight(ofTerm term: Int, output: Int) -> Float {
    values[term * outputCount + output]
  }

  /// x·W + b of a sparse vector, one number an output.
  ///
  /// - Complexity: O(*k* · *m*) for *k* entries and *m* outputs.
  public func scores(_ columns: [Int32], _ values: [Double]) -> [Double] {
    var scores = [Double](repeating: 0, count: outputCount)
    addScores(columns: columns, values: values, to: &scores)
    return scores
  }

  /// Adds x·W + b of a sparse vector to `scores`, which holds one zero an output.
  ///
  /// Sums in double precision in the order of the entries.
  ///
  /// - Complexity: O(*k* · *m*) for *k* entries and *m* outputs.
  @inline(__always)
  package func addScores(columns: [Int32], values x: [Double], to scores: inout [Double]) {
    for output in 0..<outputCount { scores[output] += Double(intercepts[output]) }
    if outputCount == 1 { return addOneScore(columns, x, &scores) }
    if outputCount == 2 { return addTwoScores(columns, x, &scores) }
    for index in columns.indices {
      let row = Int(columns[index]) * outputCount
      let value = x[index]
      for output in 0..<outputCount {
        scores[output] += value * Double(values[row + output])
      }
    }
  }

  /// The same for one output, whose sum stays in a register.
  private func addOneScore(_ columns: [Int32], _ x: [Double], _ scores: inout [Double]) {
    var sum = scores[0]
    for index in columns.indices { sum += x[index] * Double(values[Int(columns[index])]) }
    scores[0] = sum
  }

  /// The same for two outputs, whose sums stay in registers: a map of two axes.
  private func addTwoScores(_ columns: [Int32], _ x: [Double], _ scores: inout [Double]) {
    var (first, second) = (scores[0], scores[1])
    for index in columns.indices {
      let row = Int(columns[index]) * 2
      first += x[index] * Double(values[row])
      second += x[index] * Double(values[row + 1])
    }
    (scores[0], scores[1]) = (first, second)
  }
}
