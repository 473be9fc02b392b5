/// Finds room for labels beside marks, so that none covers another label or a mark.
struct LabelPlacement {
  /// A label and where it stands.
  struct Label: Sendable, Equatable {
    var lines: [String]
    var box: Rectangle
    /// Where the text is anchored: its left, middle or right.
    var anchor: Anchor
    /// Whether it stands so far off that a line must lead to it.
    var hasLeader: Bool
  }

  enum Anchor: String, Sendable { case start, middle, end }

  let frame: MapFrame
  /// Whether a whole title some way off is better than a cut one close by.
  private let prefersWhole: Bool
  private var obstacles: [Rectangle]
  private var labels: [Rectangle] = []
  private let marks: [Point]

  /// Full-width characters are as wide as the font is high; half-width ones somewhat
  /// more than half of it, in most fonts.
  private static let halfWidth = 0.6

  init(frame: MapFrame, marks: [Point], reserved: [Rectangle], prefersWhole: Bool) {
    self.frame = frame
    self.prefersWhole = prefersWhole
    self.marks = marks
    // A diamond is somewhat wider than a circle.
    let reach = 1.18 * frame.radius + 1.5
    obstacles =
      reserved
      + marks.map {
        Rectangle(x: $0.x - reach, y: $0.y - reach, width: 2 * reach, height: 2 * reach)
      }
  }

  var lineHeight: Double { frame.fontSize * 1.25 }

  /// Finds room for a title near a mark: two lines close by, then one, then farther
  /// off; nil when there is none.
  mutating func place(_ title: String, at mark: Point, farthest: Int) -> Label? {
    let shapes = [
      LabelLines.of(title, columns: frame.labelColumns, count: 2),
      LabelLines.of(title, columns: frame.labelColumns * 2 / 3, count: 2),
      LabelLines.of(title, columns: frame.labelColumns * 2 / 3, count: 1),
      LabelLines.of(title, columns: frame.labelColumns / 2, count: 1),
    ].filter { !$0.isEmpty }
    let whole = prefersWhole ? shapes.filter { $0.last?.hasSuffix("…") == false } : []
    let (near, middle) = (min(2, farthest), min(6, farthest))
    func steps(_ range: Range<Int>, _ shapes: [[String]]) -> [([String], Int)] {
      range.flatMap { step in shapes.map { ($0, step) } }
    }
    for (lines, distance) in whole.flatMap({ lines in (0...near).map { (lines, $0) } })
      + steps(near + 1..<middle + 1, whole)
      + shapes.flatMap({ lines in (0...near).map { (lines, $0) } })
      + steps(near + 1..<farthest + 1, shapes)
    {
      for direction in Self.directions {
        let label = label(lines, at: mark, direction, distance)
        let leader = label.hasLeader ? leader(from: mark, to: label.box) : []
        guard frame.plot.inset(by: 3).contains(label.box),
          !obstacles.contains(where: { $0.overlaps(label.box) }),
          !leader.contains(where: { isTaken($0, besides: mark) })
        else { continue }
        obstacles += [label.box] + leader
        labels.append(label.box)
        return label
      }
    }
    return nil
  }

  /// Whether a piece of a leader lies on a label or on another talk's mark.
  private func isTaken(_ piece: Rectangle, besides own: Point) -> Bool {
    labels.contains { $0.overlaps(piece) }
      || marks.contains { mark in
        let (dx, dy) = (mark.x - piece.center.x, mark.y - piece.center.y)
        return mark != own && dx * dx + dy * dy < frame.radius * frame.radius
      }
  }

  /// Small pieces along the line from a mark to its label, which no other label may
  /// cover; so close that no line of text fits between two.
  private func leader(from mark: Point, to box: Rectangle) -> [Rectangle] {
    let end = box.inset(by: 2).clamped(mark)
    let (dx, dy) = (end.x - mark.x, end.y - mark.y)
    let count = max(8, Int((dx * dx + dy * dy).squareRoot() / Self.leaderStep))
    return (min(count / 4, 3)..<count).map { step in
      let share = Double(step) / Double(count)
      return Rectangle(
        x: mark.x + share * dx - 1, y: mark.y + share * dy - 1, width: 2, height: 2)
    }
  }

  private static let leaderStep = 6.0

  /// Right and left first: a label reads best on the line of its mark.
  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (-1, 0), (0, 1), (0, -1), (1, 0.6), (1, -0.6), (-1, 0.6), (-1, -0.6), (0.5, 1),
    (0.5, -1), (-0.5, 1), (-0.5, -1),
  ]

  private func label(
    _ lines: [String], at mark: Point, _ direction: (x: Double, y: Double), _ distance: Int
  ) -> Label {
    let width = lines.map(width(of:)).max() ?? 0
    let height = lineHeight * Double(lines.count)
    let gap = frame.radius + 4 + Double(distance) * 14
    let center = Point(
      x: mark.x + direction.x * (gap + width / 2),
      y: mark.y + direction.y * (gap + height / 2))
    let anchor: Anchor = direction.x >= 1 ? .start : direction.x <= -1 ? .end : .middle
    return Label(
      lines: lines,
      box: Rectangle(
        x: center.x - width / 2, y: center.y - height / 2, width: width, height: height),
      anchor: anchor, hasLeader: distance > 0)
  }

  func width(of line: String) -> Double {
    line.reduce(0.0) { sum, character in
      // Japanese fonts draw … and — full-width, whatever a terminal does.
      let isHalf = character.isASCII || ("\u{FF61}"..."\u{FF9F}").contains(character)
      return sum + (isHalf ? Self.halfWidth : DisplayWidth.of(character) == 0 ? 0 : 1)
    } * frame.fontSize
  }
}
