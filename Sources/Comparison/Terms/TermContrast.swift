public import Features

/// How much more one group of talks uses a term than another does.
public struct TermContrast: Sendable, Equatable {
  /// The term.
  public var term: Term
  /// How often each group has it.
  public var counts: Sides<Double>
  /// How many talks of each group have it.
  public var talkCounts: Sides<Int>
  /// The difference of its log-odds, first group minus second; above 0 it belongs
  /// more to the first.
  public var logOdds: Double
  /// The standard error of ``logOdds``.
  public var standardError: Double

  /// ``logOdds`` in standard errors.
  public var z: Double { logOdds / standardError }

  /// The ends of the 95 % interval of ``logOdds``.
  public var interval: (low: Double, high: Double) {
    (logOdds - 1.96 * standardError, logOdds + 1.96 * standardError)
  }

  /// Whether the 95 % interval leaves 0 out.
  public var isClear: Bool { abs(z) > 1.96 }
}
