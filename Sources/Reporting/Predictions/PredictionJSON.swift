public import Classification
public import Ingestion
internal import Talks

/// Predictions and failures as JSON, one object a line.
public struct PredictionJSON: Sendable {
  private let scheme: SchemePoles
  private let modelHash: String

  /// Creates a writer for a model's predictions.
  public init(classifier: Classifier) {
    scheme = SchemePoles(classifier.model.scheme)
    modelHash = classifier.modelHash
  }

  /// A prediction as a line with its line feed.
  public func line(_ prediction: Prediction) -> String {
    let axes = prediction.axes.map { place in
      (
        place.axis,
        Optional(
          JSONText.object([
            ("pole", .string(place.pole)),
            ("probability", .number(place.probability)),
            ("score", .number(place.score)),
            ("probabilities", probabilities(place)),
          ]))
      )
    }
    return JSONText.object([
      ("id", .string(prediction.id)),
      ("title", .string(prediction.title)),
      ("quadrant", prediction.quadrant.map { .string($0) } ?? .null),
      ("axes", .object(axes)),
      (
        "undecided",
        prediction.undecided.isEmpty
          ? nil : .array(prediction.undecided.map { .string($0) })
      ),
      ("knownTermShare", .number(prediction.knownTermShare)),
      ("warnings", .array(prediction.warnings.map { .string($0.rawValue) })),
      ("model", .string(modelHash)),
    ]).text + "\n"
  }

  /// The probabilities of an axis with more poles than two.
  private func probabilities(_ place: Prediction.AxisPlace) -> JSONText? {
    guard place.probabilities.count > 2, let poles = scheme.poles[place.axis] else { return nil }
    return .object(zip(poles, place.probabilities).map { ($0, .number($1)) })
  }

  /// What stands in the place of a record that could not be read.
  public func line(_ error: IngestionError) -> String {
    JSONText.object([
      ("id", error.id.map { .string($0) }),
      ("path", .string(error.location.path)),
      ("line", error.location.line.map { .integer($0) }),
      ("error", .string("\(error.reason); \(error.remedy)")),
    ]).text + "\n"
  }
}

/// Pole ids by axis id.
struct SchemePoles: Sendable {
  let poles: [String: [String]]

  init(_ scheme: Scheme) {
    poles = Dictionary(
      scheme.axes.map { ($0.id, $0.poles.map(\.id)) }, uniquingKeysWith: { first, _ in first })
  }
}
