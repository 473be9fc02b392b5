/// How two bodies of talks spread over the cells of a map, and whether they differ.
public struct ShareComparison: Sendable, Equatable {
  /// One cell's share in each body.
  public struct Cell: Sendable, Equatable {
    /// Talks of each body in the cell.
    public var counts: Sides<Int>
    /// The share in the first body minus that in the second, with its 95 % interval.
    public var difference: ShareDifference
  }

  /// One entry a cell, in the order given.
  public let cells: [Cell]
  /// Talks of each body that are in a cell.
  public let talkCounts: Sides<Int>
  /// χ² of the counts; 0 for equal shares.
  public let chiSquared: Double
  /// The chance of a χ² at least as great when talks are dealt to the bodies at
  /// random; 1 when a body has no talk.
  public let p: Double

  /// Random deals of the talks.
  public static let dealCount = 9_999

  /// Compares counts, an entry a cell.
  ///
  /// χ²'s own table needs five talks expected in each cell, which a conference
  /// does not have; so p comes from ``dealCount`` random deals: (1 + deals at least as
  /// far apart) / (1 + deals).
  ///
  /// - Complexity: O(*d* · *n*) for *d* deals of *n* talks.
  /// - SeeAlso: Phipson and Smyth, "Permutation p-values should never be zero", 2010.
  public init(first: [Int], second: [Int], seed: UInt64) {
    let counts = Sides(first, second)
    let sums = Sides(first.reduce(0, +), second.reduce(0, +))
    cells = zip(first, second).map { one, other in
      Cell(
        counts: Sides(one, other),
        difference: ShareDifference(Sides(one, other), of: sums))
    }
    talkCounts = sums
    let test = ShareTest(totals: zip(first, second).map(+), firstCount: sums.first)
    chiSquared = test.chiSquared(counts.first)
    p = test.p(of: counts.first, dealCount: Self.dealCount, seed: seed)
  }
}
