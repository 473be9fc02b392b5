public import Classification
internal import Features
internal import Talks
internal import Tokenization

/// What a model is, as text for a terminal.
public struct ModelText {
  private let style: TextStyle

  /// Creates a writer.
  public init(style: TextStyle = .plain) { self.style = style }

  /// Scheme, terms, provenance, figures, and the strongest terms of each pole.
  public func rendered(_ model: Model, hash: String, top: Int) -> String {
    let provenance = model.provenance
    let terms = model.vocabulary.terms
    let kinds = Term.Kind.allCases.map { kind in
      "\(Decimals.grouped(terms.count(where: { $0.kind == kind }))) \(kind)s"
    }
    var text = style.bold("model \(hash.isEmpty ? "(not stored)" : hash)") + "\n"
    var facts: [(String, String)] = [
      ("terms", "\(Decimals.grouped(terms.count)) (\(kinds.joined(separator: ", ")))"),
      ("lexicon", "\(Decimals.grouped(model.lexicon.entries.count)) entries"),
      (
        "features",
        "\(kindsCounted(model.features)), title × \(model.features.titleWeight), "
          + "\(model.features.sublinear ? "1 + ln(count)" : "count"), document frequency ≥ \(model.features.minimumDocumentFrequency)"
      ),
      (
        "trained on",
        "\(provenance.talkCount) talks, SHA-256 \(provenance.trainingDataHash.prefix(16))…"
      ),
      (
        "solver",
        "\(provenance.solver); class weights \(provenance.classWeighting)"
      ),
      ("seed", "\(provenance.seed)"),
      ("vectors", provenance.vectors ?? "none"),
      ("Unicode", "ICU \(provenance.icuVersion), Unicode \(provenance.unicodeVersion)"),
    ]
    if let count = provenance.unlabelledCount {
      facts.append(("unlabelled", "\(Decimals.grouped(count)) talks"))
    }
    for (name, value) in facts { text += DisplayWidth.padded(name, to: 12) + value + "\n" }
    if let validation = provenance.validation {
      text += DisplayWidth.padded("validated", to: 12) + validation + "\n"
    }
    for (index, axis) in model.scheme.axes.enumerated() {
      text += "\n" + style.bold("\(axis.id) \(axis.name)") + figures(model, index) + "\n"
      text += PoleTerms(model: model).rendered(axis: index, top: top)
    }
    return text
  }

  private func kindsCounted(_ settings: FeatureSettings) -> String {
    var kinds = ["words"]
    if settings.usesPairs { kinds.append("pairs") }
    if settings.usesFragments { kinds.append("fragments") }
    return kinds.count == 2 ? kinds.joined(separator: " and ") : kinds.joined(separator: ", ")
  }

  private func figures(_ model: Model, _ axis: Int) -> String {
    guard model.provenance.axes.indices.contains(axis) else { return "" }
    let figures = model.provenance.axes[axis]
    let talks = zip(model.scheme.axes[axis].poles, figures.labelled).map { "\($1) \($0.id)" }
    var text = "  trained on \(talks.joined(separator: ", ")); \(figures.solverSteps) Newton steps"
    text += "\n  C = \(figures.inverseRegularization)"
    if figures.lexiconStrength > 0 { text += ", lexicon × \(figures.lexiconStrength)" }
    if figures.vectorStrength > 0 { text += ", word vectors × \(figures.vectorStrength)" }
    if let strength = figures.unlabelledStrength { text += ", unlabelled talks × \(strength)" }
    if let strength = figures.pairStrength, strength != 1 { text += ", pairs × \(strength)" }
    if let strength = figures.fragmentStrength { text += ", fragments × \(strength)" }
    if let strength = figures.commonStrength, strength > 0 {
      text += ", common words × \(strength)"
    }
    if figures.temperature != 1 {
      text += ", temperature \(Decimals.fixed(figures.temperature, 2))"
    }
    if let shifts = figures.shifts {
      text += ", shifted by " + shifts.map { Decimals.signed($0, 2) }.joined(separator: " ")
    }
    if let accuracy = figures.accuracy, let majority = figures.majorityAccuracy,
      let macroF1 = figures.macroF1
    {
      text += "\n  cross-validated accuracy \(Decimals.fixed(accuracy, 3)), macro-F1 "
      text += "\(Decimals.fixed(macroF1, 3)); majority accuracy \(Decimals.fixed(majority, 3))"
    }
    return text
  }
}
