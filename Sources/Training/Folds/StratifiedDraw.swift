/// A random part of labelled talks with about the same share of every class.
public enum StratifiedDraw {
  /// Positions of the drawn talks: from each class its share, rounded so that the
  /// sum is right, and at least one of each while there is room.
  ///
  /// - Parameters:
  ///   - count: Talks to draw, at most all.
  ///   - classes: The class of each talk.
  ///   - generator: Decides which.
  /// - Returns: The positions.
  public static func draw(
    _ count: Int, from classes: [Int], generator: inout SeededGenerator
  ) -> Set<Int> {
    let members = Dictionary(grouping: classes.indices, by: { classes[$0] })
    let order = members.keys.sorted()
    let shares = order.map { Double(count * (members[$0]?.count ?? 0)) / Double(classes.count) }
    var quotas = shares.map { max(1, Int($0)) }
    // Largest remainders take what rounding down left over.
    let byRemainder = order.indices.sorted { one, other in
      let (a, b) = (shares[one] - Double(quotas[one]), shares[other] - Double(quotas[other]))
      return a == b ? one < other : a > b
    }
    var left = count - quotas.reduce(0, +)
    for index in byRemainder where left > 0 {
      quotas[index] += 1
      left -= 1
    }
    // Rare classes got more than their share; those furthest above theirs give it
    // back, the last one of a class only where there are more classes than talks.
    while left < 0 {
      let kept = quotas.indices.contains { quotas[$0] > 1 } ? 1 : 0
      let excess = { (index: Int) in Double(quotas[index]) - shares[index] }
      guard
        let index = quotas.indices.filter({ quotas[$0] > kept }).max(by: {
          excess($0) < excess($1)
        })
      else { break }
      quotas[index] -= 1
      left += 1
    }
    var drawn: Set<Int> = []
    for (index, key) in order.enumerated() {
      let positions = members[key] ?? []
      for position in generator.permutation(positions.count).prefix(quotas[index]) {
        drawn.insert(positions[position])
      }
    }
    return drawn
  }
}
