internal import Comparison
internal import Features
internal import Talks

extension ComparisonReport {
  /// Tables of at most 80 columns.
  public func text(style: TextStyle = .plain) -> String {
    let bodies = comparison.bodies
    func body(_ letter: String, _ body: BodyComparison.Body) -> String {
      "\(letter)  \(TerminalText.oneLine(body.name)): \(Decimals.grouped(body.talkCount)) talks, "
        + "\(Decimals.grouped(body.wordCount)) words\n"
    }
    return body("A", bodies.first) + body("B", bodies.second) + "\n"
      + terms("rose in B", comparison.risen(top), style) + "\n"
      + terms("fell in B", comparison.fallen(top), style) + "\n" + shares(style) + moved
  }

  private func terms(
    _ heading: String, _ contrasts: [TermContrast], _ style: TextStyle
  ) -> String {
    guard !contrasts.isEmpty else { return "no term \(heading)\n" }
    var table = TextTable([
      .init(heading, maximumWidth: 22), .init("log-odds", .right),
      .init("95 % interval", .right), .init("z", .right), .init("q", .right),
      .init("A", .right), .init("B", .right), .init("talks", .right),
    ])
    for contrast in contrasts {
      let interval = contrast.interval
      table.add([
        TerminalText.oneLine(contrast.term.text), Decimals.signed(contrast.logOdds, 2),
        "\(Decimals.signed(interval.low, 2))…\(Decimals.signed(interval.high, 2))",
        Decimals.fixed(contrast.z, 1),
        Decimals.fixed(comparison.falseDiscoveryRates[contrast.term] ?? .nan, 3),
        // The second body is the contrast's first group.
        Decimals.fixed(contrast.counts.second, 0), Decimals.fixed(contrast.counts.first, 0),
        "\(contrast.talkCounts.second)/\(contrast.talkCounts.first)",
      ])
    }
    return table.rendered(style)
  }

  private func shares(_ style: TextStyle) -> String {
    var table = TextTable([
      .init("share of talks", maximumWidth: 34), .init("A", .right), .init("", .right),
      .init("B", .right), .init("", .right), .init("B - A", .right),
      .init("95 % interval", .right),
    ])
    let shares = comparison.shares
    for (cell, names) in zip(shares.cells, cells) {
      let difference = cell.difference
      table.add([
        names.name, "\(cell.counts.first)", Self.percent(difference.shares.first.share),
        "\(cell.counts.second)", Self.percent(difference.shares.second.share),
        Self.points(-difference.value),
        "\(Self.points(-difference.high))…\(Self.points(-difference.low))",
      ])
    }
    return table.rendered(style)
      + "χ² \(Decimals.fixed(shares.chiSquared, 2)), p = \(Decimals.fixed(shares.p, 4)) "
      + "by \(Decimals.grouped(ShareComparison.dealCount)) random deals\n"
  }

  static func percent(_ share: Double) -> String { Decimals.fixed(100 * share, 0) + " %" }

  static func points(_ share: Double) -> String { Decimals.signed(100 * share, 0) }

  private var moved: String {
    guard let moves else { return "" }
    var text = "\n\(moves.moves.count) moves of \(moves.talkCount) talks by the other model\n"
    for move in moves.moves {
      let title = move.title.isEmpty ? move.id : move.title
      let terms = move.terms.map {
        "\(TerminalText.oneLine($0.term)) \(Decimals.signed($0.change, 2))"
      }
      text += "  \(DisplayWidth.truncated(TerminalText.oneLine(title), to: 44))  "
      text += "\(name(ofPole: move.from, axis: move.axis)) → "
      text += "\(name(ofPole: move.to, axis: move.axis))\n"
      if !terms.isEmpty {
        text += "    \(DisplayWidth.truncated("by " + terms.joined(separator: ", "), to: 74))\n"
      }
    }
    return text
  }
}
