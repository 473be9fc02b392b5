public import Classification
public import Talks

/// How many talks each cell of the map has.
public struct CellCounts: Sendable {
  /// Columns of a terminal that the map keeps to.
  private static let columns = 80

  private let scheme: Scheme
  /// By pole indices; cells without a talk are not there.
  private var counts: [[Int]: Int] = [:]
  /// The cell counted last, kept for its memory.
  private var cell: [Int] = []

  /// Creates empty counts.
  public init(scheme: Scheme) { self.scheme = scheme }

  /// Talks with an undecided axis; they are in no cell.
  public private(set) var undecidedCount = 0

  /// Counts a prediction.
  public mutating func add(_ prediction: Prediction) {
    guard prediction.undecided.isEmpty else {
      undecidedCount += 1
      return
    }
    cell.removeAll(keepingCapacity: true)
    for (axis, place) in zip(scheme.axes, prediction.axes) {
      guard let pole = axis.index(ofPole: place.pole) else { return }
      cell.append(pole)
    }
    counts[cell, default: 0] += 1
  }

  /// Talks in a cell given by pole indices.
  public subscript(cell: [Int]) -> Int { counts[cell] ?? 0 }

  /// The counts as text: drawn as a map on a scheme of two axes of two poles, else
  /// a line a cell.
  public var rendered: String {
    let counts = scheme.isQuadrantMap ? map : list
    return undecidedCount == 0
      ? counts : counts + "undecided: \(Decimals.grouped(undecidedCount))\n"
  }

  /// Cells that are listed even without a talk; of more, only those that have one.
  private static let fewCells = 256

  /// Names stay whole, since cells differ by their ends as often as not.
  private var list: String {
    let cells =
      scheme.cellCount <= Self.fewCells
      ? scheme.cells : counts.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let numbers = cells.map { Decimals.grouped(self[$0]) }
    let width = numbers.map { DisplayWidth.of($0) }.max() ?? 0
    return zip(cells, numbers).map { cell, number in
      DisplayWidth.padded(number, to: width, alignment: .right)
        + "  \(scheme.cellName(cell))\n"
    }.joined()
  }

  /// The first axis from left to right, the second from bottom to top.
  private var map: String {
    let (across, up) = (scheme.axes[0], scheme.axes[1])
    // Names of poles share the line with the name of the axis; long ones are cut.
    let labelWidth = min(18, up.poles.map { DisplayWidth.of($0.name) }.max() ?? 0)
    let cellWidth = min(18, max(6, across.poles.map { DisplayWidth.of($0.name) }.max() ?? 0))
    let indent = String(repeating: " ", count: labelWidth)
    var lines = [DisplayWidth.truncated(up.name, to: Self.columns)]
    for row in [1, 0] {
      let cells = [0, 1].map { column in
        DisplayWidth.padded(
          Decimals.grouped(self[[column, row]]), to: cellWidth, alignment: .right)
      }
      let label = cut(up.poles[row].name, labelWidth, .left)
      lines.append("\(label) │ \(cells[0]) │ \(cells[1])")
    }
    let rule = String(repeating: "─", count: cellWidth + 2)
    lines.append("\(indent) └\(rule)┴\(rule)")
    let names = [0, 1].map { cut(across.poles[$0].name, cellWidth, .right) }
    let axes = "\(indent)   \(names[0])   \(names[1])  "
    let rest = Self.columns - DisplayWidth.of(axes)
    lines.append(axes + DisplayWidth.truncated(across.name, to: rest))
    return lines.joined(separator: "\n") + "\n"
  }

  private func cut(_ name: String, _ width: Int, _ alignment: TextTable.Alignment) -> String {
    DisplayWidth.padded(
      DisplayWidth.truncated(name, to: width), to: width, alignment: alignment)
  }
}
