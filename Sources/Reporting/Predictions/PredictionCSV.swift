public import Classification
public import Ingestion
internal import Talks

/// Predictions and failures as comma-separated values (RFC 4180, LF line ends).
///
/// A text that a spreadsheet would run as a formula has an apostrophe before it, which
/// our reader of tables takes off again; numbers are as they are.
public struct PredictionCSV: Sendable {
  private let axisCount: Int
  private let modelHash: String
  /// The header with its line feed.
  public let header: String

  /// Creates a writer for a model's predictions.
  public init(classifier: Classifier) {
    let axes = classifier.model.scheme.axes
    axisCount = axes.count
    modelHash = classifier.modelHash
    let places = axes.flatMap { [$0.id, "\($0.id)_probability", "\($0.id)_score"] }
    header = Self.row(
      ["id", "title", "quadrant"] + places.map(FormulaGuard.guarded)
        + ["known_term_share", "warnings", "model", "error"])
  }

  /// A prediction as a row with its line feed.
  public func line(_ prediction: Prediction) -> String {
    let places = prediction.axes.flatMap {
      [FormulaGuard.guarded($0.pole), "\($0.probability)", "\($0.score)"]
    }
    return Self.row(
      [prediction.id, prediction.title, prediction.quadrant ?? ""].map(FormulaGuard.guarded)
        + places
        + [
          "\(prediction.knownTermShare)",
          prediction.warnings.map(\.rawValue).joined(separator: " "), modelHash, "",
        ])
  }

  /// What stands in the place of a record that could not be read.
  public func line(_ error: IngestionError) -> String {
    let empty = [String](repeating: "", count: 2 + 3 * axisCount + 3)
    return Self.row(
      [FormulaGuard.guarded(error.id ?? "")] + empty + [FormulaGuard.guarded(error.description)])
  }

  private static func row(_ fields: [String]) -> String {
    fields.map { field in
      let needsQuotes = field.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == quote || byte == 0x0A || byte == 0x0D
      }
      return needsQuotes ? quoted(field) : field
    }.joined(separator: ",") + "\n"
  }

  private static let quote = UInt8(ascii: "\"")

  /// By bytes: to Swift, a quote with a combining mark behind it is another character.
  private static func quoted(_ field: String) -> String {
    var bytes = [quote]
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    return String(decoding: bytes + [quote], as: UTF8.self)
  }
}
