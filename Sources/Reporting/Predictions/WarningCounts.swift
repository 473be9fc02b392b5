public import Classification

/// How many predictions have each warning.
public struct WarningCounts: Sendable, Equatable {
  private var counts: [Prediction.Warning: Int] = [:]

  /// Creates empty counts.
  public init() {}

  /// Counts a prediction's warnings.
  public mutating func add(_ prediction: Prediction) {
    for warning in prediction.warnings { counts[warning, default: 0] += 1 }
  }

  /// A line that explains the mark in the table; empty when nothing is marked.
  public var rendered: String {
    let parts = Prediction.Warning.allCases.compactMap { warning in
      counts[warning].map { "\(Decimals.grouped($0)) \(warning.rawValue)" }
    }
    return parts.isEmpty ? "" : "! doubtful: \(parts.joined(separator: ", "))\n"
  }
}
