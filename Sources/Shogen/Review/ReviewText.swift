public import Reporting

/// A review as text for a terminal and as JSON lines.
public struct ReviewText {
  private let style: TextStyle

  /// Creates a writer.
  public init(style: TextStyle = .plain) { self.style = style }

  /// Doubtful labels, then talks to label.
  public func rendered(_ review: Review, top: Int) -> String {
    var text = ""
    var doubts = TextTable([
      .init("label p", .right), .init("axis", maximumWidth: 10), .init("label", maximumWidth: 13),
      .init("others say", maximumWidth: 13), .init("talk", maximumWidth: 28),
    ])
    for doubt in review.doubts.prefix(top) {
      doubts.add([
        Decimals.fixed(doubt.probability, 2), doubt.axis, doubt.label, doubt.suggested,
        TerminalText.oneLine("\(doubt.id) \(doubt.title)"),
      ])
    }
    text += "\(review.doubts.count) label(s) that the other talks would change\n"
    if !review.doubts.isEmpty { text += doubts.rendered(style) }
    guard !review.candidates.isEmpty else { return text }
    var candidates = TextTable([
      .init("bits", .right), .init("new", .right), .init("talk to label next", maximumWidth: 64),
    ])
    for candidate in review.candidates.prefix(top) {
      candidates.add([
        Decimals.fixed(candidate.uncertainty, 2), Decimals.fixed(candidate.novelty, 2),
        TerminalText.oneLine("\(candidate.id) \(candidate.title)"),
      ])
    }
    return text + "\n" + candidates.rendered(style)
  }

  /// What corrections changed, and who moved.
  public func rendered(_ changes: [LabelChange], _ comparison: ModelComparison) -> String {
    var text = "\(changes.count) label(s) changed\n"
    for change in changes {
      text +=
        "  \(TerminalText.oneLine(change.id))  \(change.axis): \(change.from ?? "none") → \(change.to)\n"
    }
    text += "\(comparison.moves.count) of \(comparison.talkCount) talks moved\n"
    for move in comparison.moves {
      let terms = move.terms.map { "\($0.term) \(Decimals.signed($0.change, 2))" }
      text += "  \(TerminalText.oneLine(move.id))  \(move.axis): \(move.from) → \(move.to)"
      text += "  by \(terms.joined(separator: ", "))\n"
    }
    return text
  }

  /// The review, an object a line.
  public static func lines(_ review: Review, top: Int) -> String {
    let doubts = review.doubts.prefix(top).map { doubt in
      JSONText.object([
        ("kind", .string("doubt")), ("id", .string(doubt.id)), ("title", .string(doubt.title)),
        ("axis", .string(doubt.axis)), ("label", .string(doubt.label)),
        ("suggested", .string(doubt.suggested)), ("probability", .number(doubt.probability)),
      ])
    }
    let candidates = review.candidates.prefix(top).map { candidate in
      JSONText.object([
        ("kind", .string("candidate")), ("id", .string(candidate.id)),
        ("title", .string(candidate.title)), ("uncertainty", .number(candidate.uncertainty)),
        ("novelty", .number(candidate.novelty)),
        ("axes", .array(candidate.axes.map { .string($0) })),
      ])
    }
    return (doubts + candidates).map { $0.text + "\n" }.joined()
  }

  /// Changes and moves, an object a line.
  public static func lines(_ changes: [LabelChange], _ comparison: ModelComparison) -> String {
    let labels = changes.map { change in
      JSONText.object([
        ("kind", .string("label")), ("id", .string(change.id)), ("axis", .string(change.axis)),
        ("from", change.from.map { .string($0) } ?? .null), ("to", .string(change.to)),
      ])
    }
    let moves = comparison.moves.map { move in
      JSONText.object([
        ("kind", .string("move")), ("id", .string(move.id)), ("axis", .string(move.axis)),
        ("from", .string(move.from)), ("to", .string(move.to)),
        (
          "terms",
          .array(
            move.terms.map {
              .object([("term", .string($0.term)), ("change", .number($0.change))])
            })
        ),
      ])
    }
    return (labels + moves).map { $0.text + "\n" }.joined()
  }
}
