/// Parts of a body of talks that keep talks of one group together.
///
/// Talks of one event or speaker are alike in ways that no other talk will be; a model
/// judged on a group it was trained on looks better than it is.
public enum GroupedFolds {
  /// Deals whole groups out, the largest first, each to the fold with the fewest
  /// talks; groups of one size in random order.
  ///
  /// With as many folds as groups this is leave-one-group-out.
  ///
  /// - Parameters:
  ///   - groups: The group of each talk.
  ///   - foldCount: Two or more, at most the number of groups.
  ///   - generator: Decides the order.
  /// - Returns: The fold of each talk, in 0..<foldCount.
  public static func assign(
    groups: [Int], foldCount: Int, generator: inout SeededGenerator
  ) -> [Int] {
    precondition(foldCount >= 2, "cross-validation needs two folds")
    let members = Dictionary(grouping: groups.indices, by: { groups[$0] })
    let keys = members.keys.sorted()
    let order = generator.permutation(keys.count).map { keys[$0] }.enumerated().sorted {
      one, other in
      let (a, b) = (members[one.element]?.count ?? 0, members[other.element]?.count ?? 0)
      return a == b ? one.offset < other.offset : a > b
    }
    var sizes = [Int](repeating: 0, count: foldCount)
    var folds = [Int](repeating: 0, count: groups.count)
    for (_, key) in order {
      let fold = sizes.indices.reduce(0) { sizes[$1] < sizes[$0] ? $1 : $0 }
      for talk in members[key] ?? [] { folds[talk] = fold }
      sizes[fold] += members[key]?.count ?? 0
    }
    return folds
  }
}
