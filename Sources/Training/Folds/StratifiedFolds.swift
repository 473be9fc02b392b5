/// Parts of a body of talks, each with about the same share of every stratum.
public enum StratifiedFolds {
  /// Deals the members of each stratum out to the folds, in random order; a
  /// stratum goes on where the one before it stopped, so folds differ by one talk
  /// at most.
  ///
  /// - Parameters:
  ///   - strata: The stratum of each talk.
  ///   - foldCount: Two or more.
  ///   - generator: Decides the order.
  /// - Returns: The fold of each talk, in 0..<foldCount.
  public static func assign(
    strata: [Int], foldCount: Int, generator: inout SeededGenerator
  ) -> [Int] {
    precondition(foldCount >= 2, "cross-validation needs two folds")
    var folds = [Int](repeating: 0, count: strata.count)
    var dealt = 0
    for stratum in Set(strata).sorted() {
      let members = strata.indices.filter { strata[$0] == stratum }
      for position in generator.permutation(members.count) {
        folds[members[position]] = dealt % foldCount
        dealt += 1
      }
    }
    return folds
  }

  /// Deals out units of talks that must stay together, such as copies of one talk.
  ///
  /// A unit counts as one talk, of the stratum of its first; where every talk is a
  /// unit of its own, the folds are those of
  /// ``assign(strata:foldCount:generator:)``.
  ///
  /// - Parameters:
  ///   - strata: The stratum of each talk.
  ///   - units: The unit of each talk, any numbers.
  ///   - foldCount: Two or more.
  ///   - generator: Decides the order.
  /// - Returns: The fold of each talk, in 0..<foldCount.
  public static func assign(
    strata: [Int], units: [Int], foldCount: Int, generator: inout SeededGenerator
  ) -> [Int] {
    var positions: [Int: Int] = [:]
    var firsts: [Int] = []
    for (talk, unit) in units.enumerated() where positions[unit] == nil {
      positions[unit] = firsts.count
      firsts.append(talk)
    }
    let folds = assign(
      strata: firsts.map { strata[$0] }, foldCount: foldCount, generator: &generator)
    return units.map { unit in positions[unit].map { folds[$0] } ?? 0 }
  }
}
