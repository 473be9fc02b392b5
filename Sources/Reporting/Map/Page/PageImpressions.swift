internal import Comparison
internal import Features
internal import Ingestion

/// The figures of the map in words: a paragraph, a card a cell, the programme.
struct PageImpressions {
  private let map: TalkMap

  init(_ map: TalkMap) { self.map = map }

  var parts: [Markup] {
    let text = ImpressionText(map)
    let whole = Phrase(text.paragraph(.japanese), text.paragraph(.english))
    return [
      .element("div", [("class", "paragraph")], [whole.markup("p")]),
      .element("div", [("class", "cards")], map.cells.indices.map(card)),
    ] + programme
  }

  private func card(_ index: Int) -> Markup {
    let cell = map.cells[index]
    let share = cell.share
    let range =
      "\(Decimals.fixed(100 * share.low, 0))–\(Decimals.fixed(100 * share.high, 0)) %"
    let count = Phrase(
      "\(Decimals.grouped(cell.members.count)) 件 · \(MapWords.percent(share.share))(95 % 区間 \(range))",
      "\(Decimals.grouped(cell.members.count)) · \(MapWords.percent(share.share)) (95 % interval \(range))"
    )
    return .element(
      "section", [("class", "card k\(index % 8)")],
      [
        .element("h3", text: MapWords.name(of: cell.cell, map)),
        .element("p", [("class", "z")], [count.markup()]),
      ] + talks(Phrase("典型", "Typical"), cell.typical)
        + talks(Phrase("境目", "Borderline"), cell.borderline) + terms(cell))
  }

  private func heading(_ words: Phrase) -> [Markup] {
    [.element("strong", [], [words.markup()]), .text(" ")]
  }

  private func talks(_ words: Phrase, _ positions: [Int]) -> [Markup] {
    guard !positions.isEmpty else { return [] }
    let links = positions.map { index in
      Markup.element(
        "a", [("href", "#why"), ("data-talk", "\(index)")],
        text: DisplayWidth.truncated(
          TerminalText.oneLine(MapWords.title(of: map.talks[index])), to: 60))
    }
    return [.element("p", [], heading(words) + [.joined(links, separator: " / ")])]
  }

  private func terms(_ cell: CellImpression) -> [Markup] {
    // Below one standard error a term says nothing of the cell.
    let telling = cell.terms.filter { $0.z >= 1 }
    guard !telling.isEmpty else { return [] }
    let list = telling.map { contrast in
      Markup.element(
        "span", [("class", contrast.isClear ? nil : "unclear")],
        [
          .text(contrast.term.text), .text(" "),
          .element("span", [("class", "z")], text: Decimals.fixed(contrast.z, 1)),
        ])
    }
    return [
      .element(
        "p", [],
        heading(Phrase("際立つ言葉(z)", "Telling terms (z)")) + [.joined(list, separator: " · ")])
    ]
  }

  private var programme: [Markup] {
    guard let programme = map.programme else { return [] }
    let count = Phrase(
      "プログラム \(programme.titles.count) 件のうち \(programme.coveredCount) 件にスライドがある。",
      "Slides of \(programme.coveredCount) of \(programme.titles.count) talks of the programme.")
    return [
      .element(
        "section", [("class", "card ku")],
        [
          .element("h3", [], [Phrase("プログラム", "Programme").markup()]),
          .element("p", [], [count.markup()]),
        ]
          + (programme.missing.isEmpty
            ? []
            : [
              .element(
                // A long list would need a second sheet of paper.
                "p", [("class", programme.missing.count > 40 ? "screen" : nil)],
                heading(Phrase("スライドなし", "Without slides"))
                  + [.text(programme.missing.joined(separator: " / "))])
            ]))
    ]
  }
}
