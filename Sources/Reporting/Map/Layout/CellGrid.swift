internal import Glibc
internal import Talks

/// The cells of a map on a drawing, and where a talk stands among them.
///
/// An axis of two poles is drawn to scale, with a gap between its cells where the
/// model is undecided; an axis of more has a column (or row) a pole. A lone axis of
/// more than three poles is wrapped into a grid.
struct CellGrid {
  let axes: [Axis]
  let plot: Rectangle
  /// For each axis, half the gap between its two poles, as a share of the axis.
  private let halfBands: [Double]
  /// One a cell, in the order of the map's cells.
  private(set) var rectangles: [Rectangle] = []
  /// Cells beside each other.
  let columnCount: Int
  /// Cells above each other.
  let rowCount: Int

  /// What parts cells where nothing is undecided, as a share of the axis.
  private static let hairline = 0.006

  init(axes: [Axis], minimumProbabilities: [Double], plot: Rectangle) {
    self.axes = axes
    self.plot = plot
    halfBands = minimumProbabilities.map {
      max(Self.hairline, AxisScale.place(min(max($0, 0.5), 0.999)) - 0.5)
    }
    let first = axes[0].poles.count
    if axes.count > 1 {
      (columnCount, rowCount) = (first, axes[1].poles.count)
    } else {
      columnCount = first <= 3 ? first : Int(Double(first).squareRoot().rounded(.up))
      rowCount = (first + columnCount - 1) / columnCount
    }
    let cellCount = axes.reduce(1) { $0 * $1.poles.count }
    rectangles = (0..<cellCount).map { rectangle(ofCell: $0) }
  }

  /// Whether an axis is drawn to scale.
  func isContinuous(_ axis: Int) -> Bool {
    axes.indices.contains(axis) && axes[axis].poles.count == 2
  }

  private func rectangle(ofCell index: Int) -> Rectangle {
    let (column, row) =
      axes.count > 1
      ? (index / rowCount, rowCount - 1 - index % rowCount)
      : (index % columnCount, index / columnCount)
    let across = span(column, of: columnCount, band: isContinuous(0) ? halfBands[0] : nil)
    let down = span(row, of: rowCount, band: isContinuous(1) ? halfBands[1] : nil)
    return Rectangle(
      x: plot.x + across.low * plot.width, y: plot.y + down.low * plot.height,
      width: (across.high - across.low) * plot.width,
      height: (down.high - down.low) * plot.height)
  }

  private func span(_ position: Int, of count: Int, band: Double?) -> (low: Double, high: Double) {
    if let band { return position == 0 ? (0, 0.5 - band) : (0.5 + band, 1) }
    let share = 1 / Double(count)
    let gap = count > 1 ? Self.hairline : 0
    return (
      Double(position) * share + (position > 0 ? gap : 0),
      Double(position + 1) * share - (position < count - 1 ? gap : 0)
    )
  }

  /// Where a talk stands by its probabilities.
  ///
  /// - Parameters:
  ///   - second: The probability of the second pole of each axis; nil where an axis
  ///     is not drawn to scale.
  ///   - cell: The cell that the talk is in, or the most probable one.
  /// - Returns: A point to scale on an axis of two poles, else at the cell's center.
  func point(second: [Double?], cell: Int) -> Point {
    var point = rectangles[cell].center
    if isContinuous(0), let probability = second[0] {
      point.x = plot.x + AxisScale.place(probability) * plot.width
    }
    if isContinuous(1), let probability = second[1] {
      point.y = plot.maxY - AxisScale.place(probability) * plot.height
    }
    return point
  }

  /// A point moved along what is not to scale, so that a cell's talks fill the cell.
  ///
  /// With no scale at all they lie as seeds in a sunflower, the surest in the middle;
  /// with one, the free direction is filled evenly.
  ///
  /// - Parameters:
  ///   - point: Where ``point(second:cell:)`` has the talk.
  ///   - rank: Its rank among the cell's talks by sureness, from 0.
  ///   - count: The cell's talks.
  ///   - cell: The cell.
  /// - Returns: A point in the cell.
  func spread(_ point: Point, rank: Int, of count: Int, inCell cell: Int) -> Point {
    let (area, turn) = (rectangles[cell], Double(rank))
    let caption = min(60, area.height / 4)
    let (middle, half) = (area.center.y + caption / 2, (area.height - caption) / 2)
    var point = point
    switch (isContinuous(0), isContinuous(1)) {
    case (true, true): break
    case (false, false):
      let (reach, angle) = (
        0.82 * (turn / Double(max(1, count))).squareRoot(), turn * 2.399963
      )
      point.x = area.center.x + reach * cos(angle) * area.width / 2
      point.y = middle + reach * sin(angle) * half
    case (true, false):
      let step = (0.5 + turn * 0.618034).truncatingRemainder(dividingBy: 1)
      point.y = middle + (step - 0.5) * 1.6 * half
    case (false, true):
      let step = (0.5 + turn * 0.618034).truncatingRemainder(dividingBy: 1)
      point.x = area.center.x + (step - 0.5) * 0.8 * area.width
    }
    return point
  }
}
