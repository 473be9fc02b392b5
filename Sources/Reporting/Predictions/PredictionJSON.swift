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
    var line = ""
    // Without the texts a line of two axes has some 400 bytes.
    line.reserveCapacity(prediction.id.utf8.count + prediction.title.utf8.count + 512)
    line += #"{"id":"#
    JSONText.append(quoted: prediction.id, to: &line)
    line += #","title":"#
    JSONText.append(quoted: prediction.title, to: &line)
    line += #","quadrant":"#
    if let quadrant = prediction.quadrant {
      JSONText.append(quoted: quadrant, to: &line)
    } else {
      line += "null"
    }
    line += #","axes":{"#
    for (index, place) in prediction.axes.enumerated() {
      if index > 0 { line += "," }
      append(place, to: &line)
    }
    line += "}"
    if !prediction.undecided.isEmpty {
      line += #","undecided":"#
      append(list: prediction.undecided, to: &line)
    }
    line += #","knownTermShare":"#
    JSONText.append(number: prediction.knownTermShare, to: &line)
    line += #","warnings":"#
    append(list: prediction.warnings.lazy.map(\.rawValue), to: &line)
    line += #","model":"#
    JSONText.append(quoted: modelHash, to: &line)
    line += "}\n"
    return line
  }

  private func append(_ place: Prediction.AxisPlace, to line: inout String) {
    JSONText.append(quoted: place.axis, to: &line)
    line += #":{"pole":"#
    JSONText.append(quoted: place.pole, to: &line)
    line += #","probability":"#
    JSONText.append(number: place.probability, to: &line)
    line += #","score":"#
    JSONText.append(number: place.score, to: &line)
    // With two poles the other has what is left.
    if place.probabilities.count > 2, let poles = scheme.poles[place.axis] {
      line += #","probabilities":{"#
      for (index, (pole, probability)) in zip(poles, place.probabilities).enumerated() {
        if index > 0 { line += "," }
        JSONText.append(quoted: pole, to: &line)
        line += ":"
        JSONText.append(number: probability, to: &line)
      }
      line += "}"
    }
    line += "}"
  }

  private func append(list: some Sequence<String>, to line: inout String) {
    line += "["
    var isFirst = true
    for text in list {
      if !isFirst { line += "," }
      JSONText.append(quoted: text, to: &line)
      isFirst = false
    }
    line += "]"
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
