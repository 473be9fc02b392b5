internal import Glibc

/// From linear outputs to probabilities.
public enum Probabilities {
  /// 1 / (1 + e⁻ˣ), without overflow.
  public static func logistic(_ x: Double) -> Double {
    if x >= 0 { return 1 / (1 + exp(-x)) }
    let power = exp(x)
    return power / (1 + power)
  }

  /// Probabilities of an axis's poles from its outputs: logistic of one output
  /// for two poles, softmax of more.
  public static func ofPoles(_ outputs: [Double]) -> [Double] { ofPoles(outputs[...]) }

  /// The same of some of many outputs.
  static func ofPoles(_ outputs: ArraySlice<Double>) -> [Double] {
    if outputs.count == 1, let output = outputs.first {
      let second = logistic(output)
      return [1 - second, second]
    }
    let largest = outputs.max() ?? 0
    let powers = outputs.map { exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
