internal import Talks
internal import Training

/// How the talks of a cross-validation are dealt into folds.
struct FoldPlan: Sendable {
  /// What decides the fold of a unit.
  enum Rule: Sendable {
    /// Every fold gets its share of each combination of labels.
    case stratified
    /// Folds are as even in talks as the units allow.
    case grouped
    /// Every unit is a fold of its own.
    case leaveOneOut
  }

  /// The unit of each talk; talks of one unit are never parted.
  let units: [Int]
  /// How many folds.
  let foldCount: Int
  /// What decides the fold of a unit.
  let rule: Rule

  /// Plans folds for talks; copies of a talk are always kept together.
  ///
  /// There are no more folds than the rarest pole has units, nor than there are
  /// units; two at least.
  init(_ procedure: CrossValidation, for labelled: LabelledTalks) {
    let groups = procedure.group?.groups(of: labelled.talks)
    let units = Self.joined(groups, labelled.originals)
    self.units = units
    let unitCount = Set(units).count
    if procedure.leavesOneOut {
      (rule, foldCount) = (.leaveOneOut, max(2, unitCount))
      return
    }
    rule = groups == nil ? .stratified : .grouped
    let rarest = labelled.poles.flatMap { poles in
      Dictionary(grouping: poles.indices, by: { poles[$0] }).compactMap { pole, talks in
        pole == nil ? nil : Set(talks.map { units[$0] }).count
      }
    }.min()
    foldCount = max(2, min(procedure.foldCount, rarest ?? 2, unitCount))
  }

  /// Deals the talks out.
  ///
  /// - Returns: The fold of each talk, in 0..<foldCount.
  func folds(
    poles: [[Int?]], scheme: Scheme, generator: inout SeededGenerator
  ) -> [Int] {
    switch rule {
    case .stratified:
      StratifiedFolds.assign(
        strata: Self.strata(poles, scheme), units: units, foldCount: foldCount,
        generator: &generator)
    case .grouped, .leaveOneOut:
      GroupedFolds.assign(groups: units, foldCount: foldCount, generator: &generator)
    }
  }

  /// Numbers the combination of each talk's labels.
  static func strata(_ poles: [[Int?]], _ scheme: Scheme) -> [Int] {
    (poles.first ?? []).indices.map { talk in
      poles.indices.reduce(0) { number, axis in
        number * (scheme.axes[axis].poles.count + 1) + (poles[axis][talk] ?? -1) + 1
      }
    }
  }

  /// Units that part neither groups nor copies.
  private static func joined(_ groups: [Int]?, _ originals: [Int]) -> [Int] {
    guard let groups else { return originals }
    var parents: [Int: Int] = [:]
    func root(_ group: Int) -> Int {
      var group = group
      while let parent = parents[group], parent != group { group = parent }
      return group
    }
    for talk in originals.indices {
      let (one, two) = (root(groups[talk]), root(groups[originals[talk]]))
      if one != two { parents[max(one, two)] = min(one, two) }
    }
    return groups.map(root)
  }
}
