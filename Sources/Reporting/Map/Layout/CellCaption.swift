/// Where a cell's count and name stand: in its outer corner, since talks near the
/// middle of the map need the inner ones most.
struct CellCaption {
  /// The corner's text begins or ends here.
  let x: Double
  /// The baseline of the count.
  let countY: Double
  /// The baseline of the name.
  let nameY: Double
  let anchor: LabelPlacement.Anchor
  /// What labels stay out of.
  let box: Rectangle
  /// Where the cell's marks are: the cell without the strip that the caption stands in.
  ///
  /// A talk of which the model is very sure would lie on the count. Of a low cell it is
  /// the whole.
  let openArea: Rectangle

  private static let margin = 12.0

  init(cell: Int, _ grid: CellGrid, _ frame: MapFrame) {
    let area = grid.rectangles[cell]
    let isMap = grid.axes.count == 2 && grid.isContinuous(0) && grid.isContinuous(1)
    let isRight = isMap && area.center.x > grid.plot.center.x
    let isBottom = isMap && area.center.y > grid.plot.center.y
    let height = frame.countSize + frame.fontSize + 8
    let width = min(area.width - 8, frame.fontSize * 15)
    x = isRight ? area.maxX - Self.margin : area.x + Self.margin
    anchor = isRight ? .end : .start
    let top = isBottom ? area.maxY - height - Self.margin + 6 : area.y + Self.margin - 4
    countY = top + frame.countSize * 0.86
    nameY = top + frame.countSize + frame.fontSize
    box = Rectangle(
      x: isRight ? area.maxX - width - 4 : area.x + 4, y: top, width: width, height: height)
    let strip = area.height > 3 * height && isMap ? height + Self.margin - 4 : 0
    openArea = Rectangle(
      x: area.x, y: isBottom ? area.y : area.y + strip, width: area.width,
      height: area.height - strip)
  }
}
