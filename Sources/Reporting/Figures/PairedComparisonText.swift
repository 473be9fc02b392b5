public import Evaluation

/// A comparison as text for a terminal of 80 columns.
public struct PairedComparisonText {
  private let style: TextStyle

  /// Creates a writer.
  public init(style: TextStyle = .plain) { self.style = style }

  /// The whole comparison of two ways with names.
  public func rendered(
    _ comparison: PairedComparison, first: String, second: String
  ) -> String {
    "A: \(TerminalText.oneLine(first))\nB: \(TerminalText.oneLine(second))\n"
      + comparison.procedure + "; 95 % paired bootstrap intervals over talks\n\n"
      + comparison.axes.map(rendered).joined(separator: "\n")
  }

  private func rendered(_ axis: PairedComparison.Axis) -> String {
    var table = TextTable([
      .init(axis.axis), .init("A", .right), .init("B", .right), .init("B − A", .right),
      .init("95 % interval", .right),
    ])
    for figure in axis.figures {
      let difference = figure.difference
      table.add([
        figure.name, Decimals.fixed(figure.first, 3), Decimals.fixed(figure.second, 3),
        Decimals.signed(difference.value, 3),
        "\(Decimals.signed(difference.low, 3)) to \(Decimals.signed(difference.high, 3))",
      ])
    }
    let test = axis.test
    return table.rendered(style)
      + "right only in A: \(test.onlyFirst) of \(axis.talkCount) talks, only in B: "
      + "\(test.onlySecond); McNemar's exact p \(Decimals.fixed(test.p, 3))\n"
  }
}
