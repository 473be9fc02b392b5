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

  func markup(_ languages: [DisplayLanguage]) -> Markup {
    let y = frame.height - 7
    let size = frame.fontSize * (frame.labelsAll ? 0.92 : 0.8)
    var x = frame.plot.x + 6
    var parts: [Markup] = []
    for key in keys {
      parts.append(
        .element(
          "g",
          [
            ("class", key.classes.replacing("mark", with: "mark sample")),
            ("transform", "translate(\(MapPicture.number(x)) \(MapPicture.number(y - size * 0.36)))"),
          ], [.element("path", [("class", "shape"), ("d", key.path)])]))
      let widths = languages.map { DisplayWidth.of(key.words[$0]) }
      for language in languages {
        parts.append(
          .element(
            "text",
            [
              ("class", languages.count > 1 ? "key \(language.rawValue)" : "key"),
              ("x", MapPicture.number(x + 10)), ("y", MapPicture.number(y)),
              ("font-size", MapPicture.number(size)),
            ], text: key.words[language]))
      }
      x += 10 + Double(widths.max() ?? 0) * size * 0.54 + 16
    }
    return .element("g", [("class", "legend"), ("aria-hidden", "true")], parts)
  }
}
