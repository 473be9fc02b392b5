internal import Glibc

/// Where a probability stands on a drawn axis of two poles.
///
/// With l = ln(p / (1 - p)), the place in 0...1 is ½ + ½ · l / (|l| + 2.5). A plain
/// scale would pile up most talks in the corners, since a few clear words make 0.99;
/// this one gives 0.75, 0.9 and 0.99 room and never reaches the edge.
enum AxisScale {
  /// Log-odds that stand half-way between middle and edge.
  private static let half = 2.5
  /// Probabilities with a tick on either side.
  static let ticks = [0.75, 0.9, 0.99]

  /// The place of a probability of the second pole.
  static func place(_ probability: Double) -> Double {
    let logOdds = log(probability) - log(1 - probability)
    guard logOdds.isFinite else { return probability < 0.5 ? 0 : 1 }
    return 0.5 + 0.5 * logOdds / (abs(logOdds) + half)
  }
}
