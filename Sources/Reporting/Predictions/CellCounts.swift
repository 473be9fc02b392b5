public import Classification
public import Talks

/// How many talks each cell of the map has.
public struct CellCounts: Sendable, Equatable {
  private let scheme: Scheme
  private var counts: [[Int]: Int] = [:]

  /// Creates empty counts.
  public init(scheme: Scheme) { self.scheme = scheme }

  /// Counts a prediction.
  public mutating func add(_ prediction: Prediction) {
    let cell = zip(scheme.axes, prediction.axes).compactMap { $0.index(ofPole: $1.pole) }
    counts[cell, default: 0] += 1
  }

  /// Talks in a cell given by pole indices.
  public subscript(cell: [Int]) -> Int { counts[cell] ?? 0 }

  /// The counts as text: drawn as a map on a scheme of two axes of two poles, else
  /// a line a cell.
  public var rendered: String {
    scheme.isQuadrantMap ? map : list
  }

  private var list: String {
    scheme.cells.map { cell in
      "\(Decimals.grouped(self[cell]))  \(scheme.cellName(cell))\n"
    }.joined()
  }

  /// The first axis from left to right, the second from bottom to top.
  private var map: String {
    let (across, up) = (scheme.axes[0], scheme.axes[1])
    let labelWidth = up.poles.map { DisplayWidth.of($0.name) }.max() ?? 0
    let cellWidth = max(6, across.poles.map { DisplayWidth.of($0.name) }.max() ?? 0)
    let indent = String(repeating: " ", count: labelWidth)
    var lines = [up.name]
    for row in [1, 0] {
      let cells = [0, 1].map { column in
        DisplayWidth.padded(
          Decimals.grouped(self[[column, row]]), to: cellWidth, alignment: .right)
      }
      let label = DisplayWidth.padded(up.poles[row].name, to: labelWidth)
      lines.append("\(label) │ \(cells[0]) │ \(cells[1])")
    }
    let rule = String(repeating: "─", count: cellWidth + 2)
    lines.append("\(indent) └\(rule)┴\(rule)")
    let names = [0, 1].map {
      DisplayWidth.padded(across.poles[$0].name, to: cellWidth, alignment: .right)
    }
    lines.append("\(indent)   \(names[0])   \(names[1])  \(across.name)")
    return lines.joined(separator: "\n") + "\n"
  }
}
