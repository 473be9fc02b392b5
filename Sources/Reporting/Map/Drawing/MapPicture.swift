public import Comparison
internal import Talks

/// A map as SVG.
public struct MapPicture {
  let map: TalkMap
  let layout: MapLayout

  /// Draws a map for a page or a sheet of paper.
  public init(_ map: TalkMap) {
    self.init(map, frame: .wide(talkCount: map.talks.count))
  }

  init(_ map: TalkMap, frame: MapFrame) {
    self.map = map
    layout = MapLayout(map, frame: frame)
  }

  /// Its width and height in CSS pixels.
  public var size: (width: Int, height: Int) {
    (Int(layout.frame.width), Int(layout.frame.height))
  }

  /// A file of its own, with its style in it and nothing to fetch.
  public func file(_ language: DisplayLanguage = .japanese) -> String {
    let frame = layout.frame
    let paper = Markup.element(
      "rect",
      [
        ("width", Self.number(frame.width)), ("height", Self.number(frame.height)),
        ("fill", "var(--paper)"),
      ])
    let style = String(decoding: PackageResources.picture_css, as: UTF8.self)
    let attributes: [(String, String?)] = [
      ("xmlns", "http://www.w3.org/2000/svg"),
      ("viewBox", "0 0 \(Self.number(frame.width)) \(Self.number(frame.height))"),
      ("width", Self.number(frame.width)), ("height", Self.number(frame.height)),
      ("class", className), ("role", "img"), ("lang", language.rawValue),
      ("font-size", Self.number(frame.fontSize)),
    ]
    return Markup.element(
      "svg", attributes,
      [
        .element("title", text: MapWords.name(of: map)[language]),
        .element("desc", text: ImpressionText(map).paragraph(language)),
        .element("style", [], [.raw(style)]), paper,
      ] + background + [
        marks { index in
          PictureMark(map, layout, index).markup(
            PictureMark.title(map.talks[index], map), isActive: false)
        }
      ]
        + [legend([language])]
    ).text + "\n"
  }

  /// The drawing within the page, with marks that can be chosen.
  func inPage() -> Markup {
    let frame = layout.frame
    return .element(
      "svg",
      [
        ("viewBox", "0 0 \(Self.number(frame.width)) \(Self.number(frame.height))"),
        ("class", "\(className) \(frame.name)"), ("role", "group"),
        ("font-size", Self.number(frame.fontSize)),
        ("aria-label", MapWords.name(of: map).japanese), ("data-ja", "地図"), ("data-en", "Map"),
      ],
      background + [
        .element("path", [("class", "tether")]),
        marks { index in
          let mark = PictureMark(map, layout, index)
          // The title of a mark without a label shows while it is looked at.
          return mark.markup(mark.hover, isActive: true)
        }, legend(DisplayLanguage.allCases),
      ])
  }

  private var className: String { map.talks.count > 300 ? "picture crowd" : "picture" }

  private var background: [Markup] {
    [.element("g", [("aria-hidden", "true")], PictureGround(map, layout).parts)]
  }

  private func marks(_ draw: (Int) -> Markup) -> Markup {
    // Labels must not lie under later marks, and undecided marks must show.
    .element("g", [("class", "marks")], layout.marks.indices.map(draw))
  }

  private func legend(_ languages: [DisplayLanguage]) -> Markup {
    PictureLegend(map, layout.frame).markup(languages)
  }

  static func number(_ value: Double) -> String {
    let text = Decimals.fixed(value, 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
