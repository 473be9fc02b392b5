internal import Comparison
internal import Features

extension ComparisonReport {
  /// The bodies, every term, every cell, the test and the moves, an object a line.
  public var lines: String {
    let bodies = [comparison.bodies.first, comparison.bodies.second].map { body in
      JSONText.object([
        ("kind", .string("body")), ("name", .string(body.name)),
        ("talks", .integer(body.talkCount)), ("words", .integer(body.wordCount)),
      ])
    }
    return (bodies + comparison.contrasts.contrasts.map(line) + shares + moveLines)
      .map { $0.text + "\n" }.joined()
  }

  private func line(_ contrast: TermContrast) -> JSONText {
    .object([
      ("kind", .string("term")), ("term", .string(contrast.term.text)),
      ("logOdds", .number(contrast.logOdds)),
      ("low", .number(contrast.interval.low)), ("high", .number(contrast.interval.high)),
      ("z", .number(contrast.z)),
      ("falseDiscoveryRate", comparison.falseDiscoveryRates[contrast.term].map { .number($0) }),
      ("counts", .array([.number(contrast.counts.second), .number(contrast.counts.first)])),
      (
        "talks",
        .array([.integer(contrast.talkCounts.second), .integer(contrast.talkCounts.first)])
      ),
    ])
  }

  private var shares: [JSONText] {
    let shares = comparison.shares
    return zip(shares.cells, cells).map { cell, names in
      .object([
        ("kind", .string("share")), ("cell", .string(names.id)),
        ("counts", .array([.integer(cell.counts.first), .integer(cell.counts.second)])),
        // Second body minus first, as the terms.
        ("difference", .number(-cell.difference.value)),
        ("low", .number(-cell.difference.high)), ("high", .number(-cell.difference.low)),
      ])
    } + [
      .object([
        ("kind", .string("test")), ("chiSquared", .number(shares.chiSquared)),
        ("p", .number(shares.p)), ("deals", .integer(ShareComparison.dealCount)),
      ])
    ]
  }

  private var moveLines: [JSONText] {
    (moves?.moves ?? []).map { move in
      .object([
        ("kind", .string("move")), ("id", .string(move.id)), ("title", .string(move.title)),
        ("axis", .string(move.axis)), ("from", .string(move.from)), ("to", .string(move.to)),
        (
          "terms",
          .array(
            move.terms.map {
              .object([("term", .string($0.term)), ("change", .number($0.change))])
            })
        ),
      ])
    }
  }
}
