import Classification
import Comparison
import Features
import Ingestion
import Talks
import Tokenization

/// Maps made of numbers, without a model.
enum HandMadeMap {
  /// A talk with the probability of the second pole on each axis.
  struct Place {
    var second: [Double]
    var title = "題"
    var labels: Labels = [:]
    var warnings: [Prediction.Warning] = []
  }

  /// A map of the standard scheme.
  static func standard(
    _ places: [Place], name: String = "", minimum: Double = 0.6, programme: Programme? = nil
  ) throws -> TalkMap {
    try map(
      .standard, places.map { place in place.second.map { [1 - $0, $0] } },
      titles: places.map(\.title), labels: places.map(\.labels),
      warnings: places.map(\.warnings), name: name, minimum: minimum, programme: programme)
  }

  /// A map of any scheme from the probabilities of each talk and axis.
  static func map(
    _ scheme: Scheme, _ probabilities: [[[Double]]], titles: [String]? = nil,
    labels: [Labels]? = nil, warnings: [[Prediction.Warning]]? = nil, name: String = "",
    minimum: Double = 0.6, minimums: [Double]? = nil, programme: Programme? = nil,
    axes: [Int]? = nil
  ) throws -> TalkMap {
    let minimums = minimums ?? scheme.axes.map { _ in minimum }
    let talks = probabilities.enumerated().map { index, rows -> PlacedTalk in
      let places = zip(scheme.axes, rows).map { axis, row in
        let best = row.indices.reduce(0) { row[$1] > row[$0] ? $1 : $0 }
        return Prediction.AxisPlace(
          axis: axis.id, pole: axis.poles[best].id, probability: row[best], score: 0,
          probabilities: row)
      }
      let talk = Talk(
        id: "t\(index)", title: titles?[index] ?? "題\(index)", labels: labels?[index] ?? [:])
      return PlacedTalk(
        talk: talk,
        prediction: Prediction(
          id: talk.id, title: talk.title, axes: places, quadrant: nil,
          undecided: zip(places, minimums).filter { $0.probability < $1 }.map(\.0.axis),
          knownTermShare: 0.5,
          warnings: warnings?[index] ?? []))
    }
    let counter = TermCounter(
      tokenizer: try Tokenizer(), settings: FeatureSettings(usesPairs: false, titleWeight: 1))
    return TalkMap(
      name: name, talks: talks,
      frequencies: try TermFrequencies(talks: talks.map(\.talk), counter: counter),
      scheme: scheme, axes: axes ?? Array(scheme.axes.indices.prefix(2)),
      minimumProbabilities: minimums, modelHash: "0123456789abcdef", programme: programme)
  }

  /// Thirty talks with titles of all lengths, spread as a model spreads them.
  static func thirty() throws -> TalkMap {
    try standard(
      (0..<30).map { index in
        let (x, y) = (Double(index * 7 % 30) + 0.5, Double(index * 11 % 30) + 0.5)
        return Place(
          second: [x / 30, y / 30],
          title: String("可観測性とエラーバジェットで SLO を組織に根づかせるまでの長い道のりの話".prefix(6 + index)))
      })
  }
}
