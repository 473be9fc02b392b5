internal import Classification
internal import Comparison
internal import Talks

/// One talk's mark: a circle, or a diamond where a person placed it, with its label.
struct PictureMark {
  private let map: TalkMap
  private let index: Int
  private let mark: MapLayout.Mark
  private let frame: MapFrame

  init(_ map: TalkMap, _ layout: MapLayout, _ index: Int) {
    self.map = map
    self.index = index
    mark = layout.marks[index]
    frame = layout.frame
  }

  private var talk: PlacedTalk { map.talks[index] }

  /// The mark, its label, and something more within its group; one that can be acted
  /// on has a role and a name.
  func markup(_ extra: Markup, isActive: Bool) -> Markup {
    let classes = [
      "mark", mark.cell.map { "k\($0 % 8)" } ?? "ku", mark.cell == nil ? "undecided" : nil,
      talk.prediction.warnings.isEmpty ? nil : "doubtful",
    ].compactMap(\.self).joined(separator: " ")
    let at = "translate(\(MapPicture.number(mark.point.x)) \(MapPicture.number(mark.point.y)))"
    return .element(
      "g",
      [
        ("class", classes), ("transform", at), ("data-talk", "\(index)"),
        ("role", isActive ? "button" : nil), ("tabindex", isActive ? "-1" : nil),
        (
          "aria-label",
          isActive ? "\(MapWords.title(of: talk)). \(MapWords.place(of: talk, map))" : nil
        ),
      ], [leader, shape, label, extra])
  }

  private var shape: Markup {
    .element(
      "path",
      [
        ("class", "shape"),
        (
          "d",
          MapWords.isLabelled(talk, map)
            ? Self.diamond(frame.radius) : Self.circle(frame.radius)
        ),
      ])
  }

  static func circle(_ radius: Double) -> String {
    let (r, d) = (MapPicture.number(radius), MapPicture.number(2 * radius))
    return "M-\(r) 0a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0z"
  }

  static func diamond(_ radius: Double) -> String {
    let d = MapPicture.number(1.18 * radius)
    return "M0 -\(d)L\(d) 0L0 \(d)L-\(d) 0z"
  }

  private var leader: Markup {
    guard let label = mark.label, label.hasLeader else { return .empty }
    let end = label.box.inset(by: 2).clamped(mark.point)
    return .element(
      "path",
      [
        ("class", "leader"),
        (
          "d",
          "M0 0L\(MapPicture.number(end.x - mark.point.x)) \(MapPicture.number(end.y - mark.point.y))"
        ),
      ])
  }

  private var label: Markup {
    guard let label = mark.label else { return .empty }
    let (box, lineHeight) = (label.box, frame.fontSize * 1.25)
    let x =
      switch label.anchor {
      case .start: box.x
      case .middle: box.center.x
      case .end: box.maxX
      }
    return .element(
      "text", [("class", "label"), ("text-anchor", label.anchor.rawValue)],
      label.lines.enumerated().map { row, line in
        .element(
          "tspan",
          [
            ("x", MapPicture.number(x - mark.point.x)),
            (
              "y",
              MapPicture.number(
                box.y - mark.point.y + (Double(row) + 0.78) * lineHeight)
            ),
          ], text: line)
      })
  }

  /// The title of a mark without a label, shown while it is looked at.
  var hover: Markup {
    guard mark.label == nil else { return .empty }
    let isLeft = mark.point.x > frame.plot.center.x
    let room = max(mark.point.x, frame.width - mark.point.x) - frame.radius - 8
    let line = DisplayWidth.truncated(
      LabelLines.of(MapWords.title(of: talk), columns: .max, count: 1).first ?? "",
      to: min(44, Int(room / frame.fontSize * 1.75)))
    return .element(
      "text",
      [
        ("class", "label hover"), ("text-anchor", isLeft ? "end" : "start"),
        ("x", MapPicture.number((isLeft ? -1 : 1) * (frame.radius + 4))),
        ("y", MapPicture.number(frame.fontSize * 0.36)), ("aria-hidden", "true"),
      ], text: line)
  }

  /// What a viewer shows of a talk in a file of its own.
  static func title(_ talk: PlacedTalk, _ map: TalkMap) -> Markup {
    .element("title", text: "\(MapWords.title(of: talk))\n\(MapWords.place(of: talk, map))")
  }
}
