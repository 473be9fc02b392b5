internal import Features

/// A factor of the prior covariance, V or U: a row a term of a vocabulary, without the
/// rows of terms of which its source knows nothing.
struct FactorTable: Sendable {
  /// Numbers a row has; 0 for an empty table.
  let dimension: Int
  private let rowOfTerm: [Int32]
  private let values: [Float]

  /// V of some terms: their vectors.
  init(terms: [Term], knowledge: PriorKnowledge) {
    self.init(terms: terms, dimension: knowledge.dimension, factor: knowledge.factor)
  }

  /// U of some terms: what they have in common in talks without labels.
  init(terms: [Term], semantics: LatentSemantics?) {
    self.init(terms: terms, dimension: semantics?.dimension ?? 0) { semantics?.factor(of: $0) }
  }

  /// A factor of some terms, with a row of `dimension` numbers or nil each.
  init(terms: [Term], dimension: Int, factor: (Term) -> [Float]?) {
    self.dimension = dimension
    var rows: [Int32] = []
    var values: [Float] = []
    if dimension > 0 {
      for term in terms {
        if let factor = factor(term) {
          rows.append(Int32(values.count / dimension))
          values += factor
        } else {
          rows.append(-1)
        }
      }
    }
    rowOfTerm = rows
    self.values = values
  }

  /// A table of nothing.
  static let empty = FactorTable(terms: [], knowledge: PriorKnowledge())

  /// Chooses the rows of another vocabulary's terms from this table's.
  init(_ table: FactorTable, termsAt positions: [Int]) {
    dimension = table.dimension
    rowOfTerm = table.dimension > 0 ? positions.map { table.rowOfTerm[$0] } : []
    values = table.values
  }

  /// Whether a term has a row.
  func hasRow(ofTerm term: Int) -> Bool { dimension > 0 && rowOfTerm[term] >= 0 }

  /// Adds factor · row of a term to `result` from `start` on.
  @inline(__always)
  func add(_ factor: Double, ofTerm term: Int, to result: inout [Double], at start: Int) {
    let row = Int(rowOfTerm[term])
    guard row >= 0 else { return }
    let values = values.span
    for index in 0..<dimension {
      result[start + index] += factor * Double(values[row * dimension + index])
    }
  }

  /// V·u, a number a term.
  func products(with weights: [Double]) -> [Double] {
    let (values, weights) = (values.span, weights.span)
    return rowOfTerm.map { row in
      guard row >= 0 else { return 0 }
      var sum = 0.0
      for index in 0..<dimension {
        sum += weights[index] * Double(values[Int(row) * dimension + index])
      }
      return sum
    }
  }
}
