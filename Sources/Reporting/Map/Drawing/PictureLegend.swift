internal import Comparison

/// What the marks mean, in a line below the plot; only what the map has.
struct PictureLegend {
  private let map: TalkMap
  private let frame: MapFrame

  init(_ map: TalkMap, _ frame: MapFrame) {
    self.map = map
    self.frame = frame
  }

  private struct Key {
    var classes: String
    var path: String
    var words: Phrase
  }

  private var keys: [Key] {
    let (circle, diamond) = (PictureMark.circle(5), PictureMark.diamond(5))
    return [
      Key(classes: "mark k0", path: circle, words: MapWords.byModel),
      Key(classes: "mark k0", path: diamond, words: MapWords.byPerson),
      Key(classes: "mark doubtful k0", path: circle, words: MapWords.doubtful),
      Key(classes: "mark undecided ku", path: circle, words: MapWords.undecided(map)),
    ]
  }

  /// A line for each language; the page's style shows one.
  func markup(_ languages: [DisplayLanguage]) -> Markup {
    .joined(
      languages.map { language in
        .element(
          "g",
          [
            ("class", languages.count > 1 ? "legend \(language.rawValue)" : "legend"),
            ("aria-hidden", "true"),
          ], line(language))
      })
  }

  private func line(_ language: DisplayLanguage) -> [Markup] {
    let y = frame.height - 7
    let size = frame.fontSize * (frame.labelsAll ? 0.92 : 0.8)
    var x = frame.plot.x + 6
    return keys.flatMap { key -> [Markup] in
      let words = key.words[language]
      defer { x += 10 + Double(DisplayWidth.of(words)) * size * 0.53 + 14 }
      let at = "translate(\(MapPicture.number(x)) \(MapPicture.number(y - size * 0.36)))"
      return [
        .element(
          "g", [("class", key.classes), ("transform", at)],
          [.element("path", [("class", "shape"), ("d", key.path)])]),
        .element(
          "text",
          [
            ("class", "key"), ("x", MapPicture.number(x + 10)), ("y", MapPicture.number(y)),
            ("font-size", MapPicture.number(size)),
          ], text: words),
      ]
    }
  }
}
