internal import Glibc

/// How undecided probabilities are.
enum Entropy {
  /// -Σ p · log₂ p, in bits; 0 for a certain answer.
  static func bits(_ probabilities: [Double]) -> Double {
    probabilities.reduce(0) { $1 > 0 ? $0 - $1 * log2($1) : $0 }
  }
}
