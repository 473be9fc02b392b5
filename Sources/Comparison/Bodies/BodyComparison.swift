public import Features
internal import Glibc

/// Two bodies of talks: the terms that rose and fell, and the shares of the map.
public struct BodyComparison: Sendable {
  /// What a body is.
  public struct Body: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// Its talks.
    public var talkCount: Int
    /// Words counted in them.
    public var wordCount: Int
  }

  /// Both bodies; the second is the later one, in which terms rise or fall.
  public let bodies: Sides<Body>
  /// A contrast a term, the one that rose most clearly first.
  public let contrasts: TermContrasts
  /// By term, the share of false finds to expect when this term
  /// and all clearer ones are called different (Benjamini and Hochberg, 1995).
  public let falseDiscoveryRates: [Term: Double]
  /// How the bodies spread over the cells.
  public let shares: ShareComparison

  /// Compares two bodies.
  ///
  /// - Parameters:
  ///   - names: What they are called.
  ///   - frequencies: The terms of the first body's talks, then of the second's.
  ///   - cells: The cell of each talk by position, in the order of `frequencies`;
  ///     nil for one that is undecided.
  ///   - firstCount: How many talks are the first body's.
  ///   - cellCount: How many cells there are.
  ///   - seed: Drives the test of the shares.
  public init(
    names: Sides<String>, frequencies: TermFrequencies, cells: [Int?], firstCount: Int,
    cellCount: Int, seed: UInt64
  ) {
    let (first, second) = (Array(0..<firstCount), Array(firstCount..<cells.count))
    func body(_ name: String, _ rows: [Int]) -> Body {
      Body(
        name: name, talkCount: rows.count,
        wordCount: Int(GroupCounts(frequencies, rows: rows).wordCount))
    }
    bodies = Sides(body(names.first, first), body(names.second, second))
    // A term that rose belongs to the later body.
    contrasts = TermContrasts(frequencies, first: second, second: first)
    falseDiscoveryRates = Dictionary(
      zip(
        contrasts.contrasts.map(\.term),
        Self.falseDiscoveryRates(contrasts.contrasts.map(\.z))),
      uniquingKeysWith: { one, _ in one })
    func counts(_ rows: [Int]) -> [Int] {
      var counts = [Int](repeating: 0, count: cellCount)
      for row in rows { if let cell = cells[row] { counts[cell] += 1 } }
      return counts
    }
    shares = ShareComparison(first: counts(first), second: counts(second), seed: seed)
  }

  /// The terms that rose most clearly.
  public func risen(_ count: Int) -> [TermContrast] { contrasts.ofFirst(count) }

  /// The terms that fell most clearly.
  public func fallen(_ count: Int) -> [TermContrast] { contrasts.ofSecond(count) }

  /// q = min over ranks ≥ k of p₍ᵢ₎·m/i, from two-sided normal p.
  static func falseDiscoveryRates(_ z: [Double]) -> [Double] {
    let p = z.map { erfc(abs($0) / 2.0.squareRoot()) }
    let order = p.indices.sorted { p[$0] == p[$1] ? $0 < $1 : p[$0] < p[$1] }
    var rates = p
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, p[index] * Double(p.count) / Double(rank + 1))
      rates[index] = least
    }
    return rates
  }
}
