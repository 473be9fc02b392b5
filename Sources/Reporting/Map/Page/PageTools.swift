internal import Classification
internal import Comparison

/// Search and filters above the picture; they rule the list too.
struct PageTools {
  private let map: TalkMap

  init(_ map: TalkMap) { self.map = map }

  var markup: Markup {
    let search = Phrase("題名・話者・言葉を探す", "Search titles, speakers, terms")
    return .element(
      "form", [("class", "tools"), ("id", "tools"), ("role", "search")],
      [
        .element(
          "span", [],
          [
            .raw(
              #"<input type="search" id="q" autocomplete="off""#
                + #" data-ja="\#(search.japanese)" data-en="\#(search.english)">"#)
          ]),
        select("cell", Phrase("区画", "Part of the map"), cells),
        select("label", Phrase("ラベル", "Label"), labels),
        select("warning", Phrase("注意", "Warning"), warnings),
        .element("output", [("id", "found"), ("for", "q cell label warning")]),
      ])
  }

  private typealias Choice = (value: String, words: Phrase)

  private func select(_ id: String, _ name: Phrase, _ choices: [Choice]) -> Markup {
    .element(
      "select", [("id", id), ("data-ja", name.japanese), ("data-en", name.english)],
      choices.map(Self.option))
  }

  static func option(_ value: String, _ words: Phrase) -> Markup {
    .element(
      "option",
      [("value", value), ("data-ja", words.japanese), ("data-en", words.english)],
      text: words.japanese)
  }

  private var cells: [Choice] {
    [("", Phrase("すべての区画", "All parts"))]
      + map.cells.map { cell in
        let name = MapWords.name(of: cell.cell, map)
        return (MapJSON.id(of: cell.cell, map), Phrase(name, name))
      } + [("undecided", Phrase("未定", "Undecided"))]
  }

  private let labels: [Choice] = [
    ("", Phrase("ラベルの有無", "Labelled or not")), ("yes", Phrase("ラベルあり", "Labelled")),
    ("no", Phrase("ラベルなし", "Not labelled")),
    ("against", Phrase("モデルと食い違う", "Against the model")),
  ]

  private var warnings: [Choice] {
    [
      ("", Phrase("注意の有無", "Warned or not")), ("any", Phrase("注意あり", "With a warning")),
      ("none", Phrase("注意なし", "Without")),
    ]
      + Prediction.Warning.allCases.map { ($0.rawValue, Phrase($0.rawValue, $0.rawValue)) }
  }
}
