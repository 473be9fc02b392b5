internal import Classification
internal import Comparison
internal import Features
internal import Ingestion
internal import Talks

/// What the page's scripts know, as JSON.
struct MapJSON {
  let map: TalkMap
  /// The drawings by name.
  let pictures: [MapPicture]
  let language: DisplayLanguage

  /// The text of a `script` element: JSON in which no `<` can end the element or open
  /// a comment.
  ///
  /// By bytes: to Swift, a `<` beside a combining mark or behind a prepended sign such as
  /// U+0600 is another character, and would stay.
  var script: String {
    let sign = UInt8(ascii: "<")
    let escape = Array(#"\u003c"#.utf8)
    return String(
      decoding: value.text.utf8.flatMap { $0 == sign ? escape : [$0] }, as: UTF8.self)
  }

  private var value: JSONText {
    .object([
      ("id", .string(identity)),
      ("language", .string(language.rawValue)),
      ("model", .string(map.modelHash)),
      ("scheme", scheme),
      ("axes", .array(map.axes.map { .integer($0) })),
      ("cells", .array(map.cells.map(cell))),
      ("frames", .object(pictures.map { ($0.layout.frame.name, frame($0.layout)) })),
      ("talks", .array(map.talks.map(talk))),
    ])
  }

  /// What a browser keeps the corrections of these talks under: the same after the
  /// model was trained again.
  private var identity: String {
    let ids = map.talks.map(\.talk.id) + map.scheme.axes.flatMap { [$0.id] + $0.poles.map(\.id) }
    let bytes = Array(ids.joined(separator: "\n").utf8)
    return String(SHA256.hexDigest(of: bytes).prefix(16))
  }

  private var scheme: JSONText {
    .object([
      (
        "axes",
        .array(
          map.scheme.axes.map { axis in
            .object([
              ("id", .string(axis.id)), ("name", .string(axis.name)),
              (
                "poles",
                .array(
                  axis.poles.map {
                    .object([("id", .string($0.id)), ("name", .string($0.name))])
                  })
              ),
            ])
          })
      )
    ])
  }

  private func cell(_ cell: CellImpression) -> JSONText {
    .object([
      ("id", .string(Self.id(of: cell.cell, map))),
      ("poles", .array(cell.cell.map { .integer($0) })),
    ])
  }

  /// The cell's pole ids, as a fragment of an address has them.
  static func id(of cell: [Int], _ map: TalkMap) -> String {
    zip(map.axes, cell).map { map.scheme.axes[$0].poles[$1].id }.joined(separator: "/")
  }

  private func frame(_ layout: MapLayout) -> JSONText {
    .object([
      ("radius", .number(layout.frame.radius)),
      (
        "cells",
        .array(
          layout.grid.rectangles.map { .array([$0.x, $0.y, $0.width, $0.height].map(rounded)) })
      ),
      (
        "marks",
        .array(
          layout.marks.map { mark in
            .array(
              [mark.point.x, mark.point.y, mark.modelPoint.x, mark.modelPoint.y].map(rounded)
                + [mark.cell.map { .integer($0) } ?? .null])
          })
      ),
    ])
  }

  private func talk(_ placed: PlacedTalk) -> JSONText {
    let (talk, prediction) = (placed.talk, placed.prediction)
    let labels = talk.labels.sorted.map { ($0.axis, Optional(JSONText.string($0.pole))) }
    let undecided = map.scheme.axes.indices.filter {
      prediction.undecided.contains(map.scheme.axes[$0].id)
    }
    return .object([
      ("id", .string(talk.id)),
      ("title", .string(Self.plain(talk.title))),
      ("speaker", talk.speaker.map { .string(Self.plain($0)) }),
      ("event", talk.event.map { .string(Self.plain($0)) }),
      ("url", talk.url.map { .string($0) }),
      ("slides", .integer(placed.slideCount)),
      ("p", .array(prediction.axes.map { .array($0.probabilities.map(probability)) })),
      ("undecided", .array(undecided.map { .integer($0) })),
      ("labels", .object(labels)),
      ("known", probability(prediction.knownTermShare)),
      ("warnings", .array(prediction.warnings.map { .string($0.rawValue) })),
      (
        "notes",
        .array(
          placed.notes.sorted.filter(\.kind.isLoss).map {
            .array([.string($0.kind.rawValue), .integer($0.count)])
          })
      ),
      ("why", .array(placed.reasons.map(reasons))),
    ])
  }

  private func reasons(_ reasons: Reasons) -> JSONText {
    let axis = map.scheme.axis(reasons.axis)
    let name = { (pole: String) in axis?.poles.first { $0.id == pole }?.name ?? pole }
    let heading =
      (axis?.name ?? reasons.axis)
      + (reasons.negativePole == nil ? " — \(name(reasons.positivePole))" : "")
    return .object([
      ("name", .string(heading)),
      ("pole", .string("\(reasons.axis) \(reasons.positivePole)")),
      ("plus", .string(name(reasons.positivePole))),
      ("minus", reasons.negativePole.map { .string(name($0)) }),
      ("score", rounded(reasons.score)), ("intercept", rounded(reasons.intercept)),
      (
        "others",
        .array([.integer(reasons.otherCount), rounded(reasons.otherContribution)])
      ),
      (
        "terms",
        .array(
          reasons.items.map { item in
            .array([
              .string(Self.plain(item.term)), rounded(item.contribution),
              item.slide.map { .integer($0) } ?? .null, .string(Self.plain(item.excerpt.before)),
              .string(Self.plain(item.excerpt.marked)), .string(Self.plain(item.excerpt.after)),
            ])
          })
      ),
    ])
  }

  /// Text to show: without what steers a line or its direction.
  private static func plain(_ text: String) -> String { TerminalText.oneLine(text) }

  /// Four decimals: more than the page shows.
  private func rounded(_ value: Double) -> JSONText {
    .number((value * 10_000).rounded() / 10_000)
  }

  private func probability(_ value: Double) -> JSONText {
    .number((value * 1_000_000).rounded() / 1_000_000)
  }
}
