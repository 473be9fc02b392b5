internal import Comparison

/// The tabs beside the picture: list, why, impressions, corrections.
struct PagePanels {
  private let map: TalkMap

  init(_ map: TalkMap) { self.map = map }

  var parts: [Markup] {
    let tabs = [
      ("list", Phrase("発表", "Talks")), ("why", Phrase("なぜ", "Why")),
      ("impressions", Phrase("印象", "Impressions")), ("corrections", Phrase("訂正", "Corrections")),
    ]
    return [
      .element(
        "div",
        [("role", "tablist"), ("data-ja", "表示"), ("data-en", "Views")],
        tabs.map { id, words in tab(id, words, isFirst: id == "list") }),
      panel("list", list), panel("why", why),
      panel("impressions", PageImpressions(map).parts), panel("corrections", corrections),
    ]
  }

  private func tab(_ id: String, _ words: Phrase, isFirst: Bool) -> Markup {
    .element(
      "button",
      [
        ("type", "button"), ("role", "tab"), ("id", "tab-\(id)"),
        ("aria-controls", "panel-\(id)"), ("aria-selected", isFirst ? "true" : "false"),
      ],
      [words.markup()]
        + (id == "corrections"
          ? [.element("span", [("class", "badge"), ("id", "correction-count"), ("hidden", "")])]
          : []))
  }

  private func panel(_ id: String, _ content: [Markup]) -> Markup {
    // Without scripts the impressions are what there is to read.
    .element(
      "div",
      [
        ("role", "tabpanel"), ("id", "panel-\(id)"), ("aria-labelledby", "tab-\(id)"),
        ("tabindex", "-1"), ("hidden", id == "impressions" ? nil : ""),
      ], content)
  }

  private var list: [Markup] {
    let orders = [
      ("input", Phrase("読んだ順", "As read")), ("title", Phrase("題名順", "By title")),
      ("sure", Phrase("確かな順", "Surest first")), ("unsure", Phrase("迷う順", "Least sure first")),
    ]
    return [
      .element(
        "div", [("class", "order")],
        [
          .element(
            "select", [("id", "sort"), ("data-ja", "並び順"), ("data-en", "Order")],
            orders.map(PageTools.option))
        ]),
      .element("ul", [("class", "list"), ("id", "list")]),
      .element(
        "p", [("id", "none"), ("class", "hint"), ("hidden", "")],
        [Phrase("当てはまる発表はない。", "No talk matches.").markup()]),
      .element("button", [("type", "button"), ("class", "more"), ("id", "more"), ("hidden", "")]),
    ]
  }

  private var why: [Markup] {
    [
      .element(
        "p", [("class", "hint"), ("id", "why-none")],
        [Phrase("地図か一覧で発表を選んでください。", "Choose a talk on the map or in the list.").markup()]),
      .element("div", [("id", "why")]),
    ]
  }

  private var corrections: [Markup] {
    let how = Phrase(
      "印を正しい区画へ引くと訂正になります。キーボードでは印を選び Shift + 矢印。「なぜ」の選択肢でも同じ。",
      "Drag a mark to where its talk belongs; by keyboard choose a mark and press Shift + arrow; or choose under “Why”."
    )
    let next = Phrase("書き出したラベルはそのまま学習に使えます。", "Exported labels are taken as they are:")
    let commands = """
      shogen review TALKS… --add corrections.jsonl -o my-model
      shogen train TALKS… --labels corrections.jsonl -o my-model
      shogen map TALKS… --labels corrections.jsonl --model my-model -o map.html
      """
    return [
      .element("p", [("class", "hint")], [how.markup()]),
      .element(
        "p", [("class", "hint"), ("id", "no-corrections")],
        [Phrase("まだ訂正はありません。", "No corrections yet.").markup()]),
      .element("ul", [("class", "steps"), ("id", "steps")]),
      .element(
        "div", [("class", "acts")],
        [
          .element(
            "button", [("type", "button"), ("id", "export"), ("class", "main")],
            [Phrase("ラベルを書き出す", "Export labels").markup()]),
          .element(
            "button", [("type", "button"), ("id", "undo")],
            [Phrase("元に戻す", "Undo").markup()]),
        ]),
      .element(
        "textarea",
        [
          ("id", "lines"), ("readonly", ""), ("spellcheck", "false"), ("hidden", ""),
          ("data-ja", "ラベル JSONL"), ("data-en", "Labels as JSONL"),
        ]),
      .element("p", [("class", "hint")], [next.markup()]),
      .element("pre", [], [.element("code", text: commands)]),
    ]
  }
}
