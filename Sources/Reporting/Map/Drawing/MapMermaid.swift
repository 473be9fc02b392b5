public import Comparison
internal import Talks

/// A map in the language of Mermaid, which many wikis draw.
///
/// A map of two axes of two poles is a `quadrantChart` with the marks where
/// ``MapPicture`` has them; another scheme is a `pie` of its cells.
public struct MapMermaid {
  private let map: TalkMap

  /// Creates a writer.
  public init(_ map: TalkMap) { self.map = map }

  /// The diagram's text.
  public var text: String {
    let axes = map.axes.map { map.scheme.axes[$0] }
    guard axes.count == 2, axes.allSatisfy({ $0.poles.count == 2 }) else { return pie }
    let layout = MapLayout(map, frame: .wide(talkCount: map.talks.count))
    let plot = layout.frame.plot
    var lines = [
      "quadrantChart", "  title \(Self.plain(MapWords.name(of: map).japanese))",
      "  x-axis \(Self.quoted(axes[0].poles[0].name)) --> \(Self.quoted(axes[0].poles[1].name))",
      "  y-axis \(Self.quoted(axes[1].poles[0].name)) --> \(Self.quoted(axes[1].poles[1].name))",
    ]
    // Mermaid counts quadrants from the upper right, against the clock.
    for (number, cell) in [[1, 1], [0, 1], [0, 0], [1, 0]].enumerated() {
      guard let impression = map.cells.first(where: { $0.cell == cell }) else { continue }
      let name = "\(MapWords.name(of: cell, map)): \(impression.members.count)"
      lines.append("  quadrant-\(number + 1) \(Self.quoted(name))")
    }
    for (talk, mark) in zip(map.talks, layout.marks) {
      let x = Decimals.fixed((mark.point.x - plot.x) / plot.width, 3)
      let y = Decimals.fixed((plot.maxY - mark.point.y) / plot.height, 3)
      lines.append("  \(Self.quoted(MapWords.title(of: talk))): [\(x), \(y)]")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var pie: String {
    let counts = map.cells.filter { !$0.members.isEmpty }.map {
      "  \(Self.quoted(MapWords.name(of: $0.cell, map))) : \($0.members.count)\n"
    }
    let undecided =
      map.undecided.isEmpty ? "" : "  \(Self.quoted("未定")) : \(map.undecided.count)\n"
    return "pie showData\n  title \(Self.plain(MapWords.name(of: map).japanese))\n"
      + counts.joined() + undecided
  }

  /// Text on one line that ends nothing of Mermaid's and is no markup where its
  /// result is drawn.
  private static func plain(_ text: String) -> String {
    // Scalar by scalar: with a combining mark each would be another character.
    let kept = TerminalText.oneLine(text).unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar {
      case "\"": "”"
      case "`": "’"
      case "<": "‹"
      case ">": "›"
      case "#": "♯"
      case ";": "；"
      case "&": "＆"
      case "%": "％"
      case "\\": "＼"
      default: scalar
      }
    }
    return DisplayWidth.truncated(String(String.UnicodeScalarView(kept)), to: 60)
  }

  private static func quoted(_ text: String) -> String {
    let plain = plain(text)
    return "\"\(plain.isEmpty ? "–" : plain)\""
  }
}
