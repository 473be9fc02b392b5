public import Classification
internal import Features
public import Talks

/// Why a talk is where it is, as text for a terminal.
public struct EvidenceText {
  private let scheme: Scheme
  private let style: TextStyle

  /// Creates a writer.
  public init(scheme: Scheme, style: TextStyle = .plain) {
    self.scheme = scheme
    self.style = style
  }

  /// The strongest terms of each axis with slide number and excerpt.
  public func rendered(_ evidence: Evidence, top: Int) -> String {
    let prediction = evidence.prediction
    var text = style.bold(TerminalText.oneLine("\(prediction.id)  \(prediction.title)")) + "\n"
    if !prediction.warnings.isEmpty {
      text += "warnings: \(prediction.warnings.map(\.rawValue).joined(separator: ", "))\n"
    }
    for entry in evidence.axes { text += "\n" + rendered(entry, prediction, top) }
    return text
  }

  private func rendered(
    _ entry: Evidence.AxisEvidence, _ prediction: Prediction, _ top: Int
  ) -> String {
    let axis = scheme.axis(entry.axis)
    let place = prediction.axes.first { $0.axis == entry.axis }
    let name = { (pole: String) in axis?.poles.first { $0.id == pole }?.name ?? pole }
    var text = ""
    if let place {
      text += style.bold(
        "\(axis?.name ?? entry.axis): \(name(place.pole)) \(Decimals.fixed(place.probability, 2))")
    }
    let rest = entry.items.dropFirst(top)
    // An axis of more than two poles has an output a pole; say which one this is.
    let output = entry.negativePole == nil ? "\(name(entry.positivePole)): " : ""
    text += "  (\(output)score \(Decimals.signed(entry.score, 3))"
    text += " = intercept \(Decimals.signed(entry.intercept, 3))"
    text += " + \(entry.items.count) terms)\n"
    var table = TextTable([
      .init("push", .right), .init("toward", maximumWidth: 14), .init("term", maximumWidth: 20),
      .init("slide", .right), .init("in the text", maximumWidth: 30),
    ])
    for item in entry.items.prefix(top) {
      let pole = item.contribution >= 0 ? entry.positivePole : entry.negativePole
      table.add([
        Decimals.signed(item.contribution, 3),
        pole.map(name) ?? "not \(name(entry.positivePole))", item.term.label,
        item.place.slide.map { "\($0)" } ?? "title",
        TerminalText.oneLine(item.place.excerpt),
      ])
    }
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.contribution }
      table.add([Decimals.signed(sum, 3), "", "\(rest.count) others", "", ""])
    }
    return text + table.rendered(style)
  }
}
