/// A place on a drawing; x grows rightward, y downward.
struct Point: Equatable, Sendable {
  var x: Double
  var y: Double
}

/// A part of a drawing, its sides parallel to the axes.
struct Rectangle: Equatable, Sendable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var maxX: Double { x + width }
  var maxY: Double { y + height }
  var center: Point { Point(x: x + width / 2, y: y + height / 2) }

  /// The rectangle with a margin taken off every side; never less than its center.
  func inset(by margin: Double) -> Rectangle {
    let (dx, dy) = (min(margin, width / 2), min(margin, height / 2))
    return Rectangle(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
  }

  func overlaps(_ other: Rectangle) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }

  func contains(_ point: Point) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }

  func contains(_ other: Rectangle) -> Bool {
    other.x >= x && other.maxX <= maxX && other.y >= y && other.maxY <= maxY
  }

  /// The nearest point of the rectangle.
  func clamped(_ point: Point) -> Point {
    Point(x: min(max(point.x, x), maxX), y: min(max(point.y, y), maxY))
  }
}
