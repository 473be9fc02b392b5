public import Classification
internal import Features
internal import Reporting
internal import Talks
public import Tokenization
public import Training

/// What labelled talks say of a lexicon, entry by entry and axis by axis.
public struct LexiconReport: Sendable {
  /// An entry on one axis it speaks for, or an entry without hints.
  public struct Row: Sendable, Equatable {
    /// The entry's term.
    public var term: String
    /// Talks that use it.
    public var talkCount: Int
    /// The axis id and the pole hinted at; nil for an entry without hints.
    public var axis: String?
    /// The pole hinted at.
    public var pole: String?
    /// Talks that use it and have a label on the axis.
    public var labelledCount: Int
    /// Those of them that the hint is right about.
    public var agreeingCount: Int
    /// The hint's weight times the strength of the lexicon in the model.
    public var priorWeight: Double?
    /// The model's weight toward the hinted pole.
    public var learnedWeight: Double?

    /// Whether more labelled talks speak against the hint than for it.
    public var isConflict: Bool { labelledCount > 2 * agreeingCount }
  }

  /// Rows in the order of the lexicon, a row a hint.
  public let rows: [Row]

  /// Compares a lexicon with talks and a model trained on them.
  ///
  /// - Throws: ``ICUError`` when ICU lacks its data.
  public init(_ labelled: LabelledTalks, model: Model) throws(ICUError) {
    let users = labelled.talksByKeyword()
    var rows: [Row] = []
    for entry in labelled.knowledge.lexicon.entries {
      let text = String(decoding: try Tokenizer.normalized(entry.term), as: UTF16.self)
      let talks = users[text] ?? []
      if entry.hints.isEmpty {
        rows.append(
          Row(term: entry.term, talkCount: talks.count, labelledCount: 0, agreeingCount: 0))
      }
      for hint in entry.hints {
        guard let index = labelled.scheme.axes.firstIndex(where: { $0.id == hint.axis }),
          let pole = labelled.scheme.axes[index].index(ofPole: hint.pole)
        else { continue }
        let labels = talks.compactMap { labelled.poles[index][$0] }
        let strength =
          model.provenance.axes.indices.contains(index)
          ? model.provenance.axes[index].lexiconStrength / model.provenance.axes[index].temperature
          : 0
        rows.append(
          Row(
            term: entry.term, talkCount: talks.count, axis: hint.axis, pole: hint.pole,
            labelledCount: labels.count, agreeingCount: labels.count(where: { $0 == pole }),
            priorWeight: hint.weight * strength,
            learnedWeight: Self.weight(of: text, axis: index, pole: pole, in: model)))
      }
    }
    self.rows = rows
  }

  /// A keyword's weight toward a pole.
  private static func weight(of text: String, axis: Int, pole: Int, in model: Model) -> Double? {
    guard let term = model.vocabulary.index(ofHash: TermHash.word(text)) else { return nil }
    let outputs = model.outputs(ofAxis: axis)
    if outputs.count == 1 {
      let weight = Double(model.weights.weight(ofTerm: term, output: outputs.lowerBound))
      return pole == 1 ? weight : -weight
    }
    return Double(model.weights.weight(ofTerm: term, output: outputs.lowerBound + pole))
  }

  /// The rows as a table of 80 columns; entries that no talk uses are counted only.
  public func rendered(style: TextStyle = .plain) -> String {
    var table = TextTable([
      .init("term", maximumWidth: 22), .init("talks", .right), .init("hint", maximumWidth: 12),
      .init("agree", .right), .init("prior", .right), .init("learned", .right), .init(""),
    ])
    for row in rows where row.talkCount > 0 {
      table.add([
        row.term, "\(row.talkCount)", row.pole ?? "",
        row.pole == nil ? "" : "\(row.agreeingCount)/\(row.labelledCount)",
        row.priorWeight.map { Decimals.signed($0, 2) } ?? "",
        row.learnedWeight.map { Decimals.signed($0, 2) } ?? "",
        row.isConflict ? "conflict" : "",
      ])
    }
    let unused = Set(rows.filter { $0.talkCount == 0 }.map(\.term)).count
    let hinted = rows.filter { $0.pole != nil && $0.labelledCount > 0 }
    let agreeing = hinted.reduce(0) { $0 + $1.agreeingCount }
    let labelled = hinted.reduce(0) { $0 + $1.labelledCount }
    return table.rendered(style)
      + "\n\(Set(rows.map(\.term)).count) entries, \(unused) that no talk uses\n"
      + "hints right about \(agreeing) of \(labelled) labels; "
      + "\(rows.count(where: { $0.isConflict })) in conflict\n"
  }
}
