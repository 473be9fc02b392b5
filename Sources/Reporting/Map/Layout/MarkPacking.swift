internal import Glibc

/// Puts marks where they belong, or as near as there is room.
///
/// Marks come one after the other; each takes the first free place on a spiral around
/// its own (the golden angle, as seeds in a sunflower). With no room left it lies on
/// others.
struct MarkPacking {
  private let radius: Double
  private let spacing: Double
  private var taken: [Bucket: [Point]] = [:]

  /// Places tried for a mark.
  private static let attempts = 600

  private struct Bucket: Hashable {
    var column: Int
    var row: Int
  }

  /// Begins with no mark placed.
  ///
  /// - Parameters:
  ///   - radius: Of a mark.
  ///   - gap: What lies between two at least.
  init(radius: Double, gap: Double) {
    self.radius = radius
    spacing = 2 * radius + gap
  }

  /// The place for a mark that belongs at `target`, within `area`.
  mutating func place(at target: Point, within area: Rectangle) -> Point {
    let area = area.inset(by: radius + 2)
    let start = area.clamped(target)
    var found = start
    for attempt in 0..<Self.attempts {
      let reach = 0.55 * spacing * Double(attempt).squareRoot()
      let angle = Double(attempt) * 2.399963
      let point = Point(x: start.x + reach * cos(angle), y: start.y + reach * sin(angle))
      guard area.contains(point), isFree(point) else { continue }
      found = point
      break
    }
    taken[bucket(found), default: []].append(found)
    return found
  }

  private func bucket(_ point: Point) -> Bucket {
    Bucket(
      column: Int((point.x / spacing).rounded(.down)), row: Int((point.y / spacing).rounded(.down)))
  }

  private func isFree(_ point: Point) -> Bool {
    let home = bucket(point)
    for column in home.column - 1...home.column + 1 {
      for row in home.row - 1...home.row + 1 {
        for other in taken[Bucket(column: column, row: row)] ?? [] {
          let (dx, dy) = (point.x - other.x, point.y - other.y)
          if dx * dx + dy * dy < spacing * spacing { return false }
        }
      }
    }
    return true
  }
}
