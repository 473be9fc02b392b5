internal import Comparison
internal import Features
internal import Talks

/// A comparison as a page of one file, without scripts.
public struct ComparisonPage {
  private let report: ComparisonReport
  private let language: DisplayLanguage

  /// Creates a page in a language.
  public init(_ report: ComparisonReport, language: DisplayLanguage = .japanese) {
    self.report = report
    self.language = language
  }

  private var comparison: BodyComparison { report.comparison }

  /// The page as HTML.
  public var text: String {
    let (one, two) = (comparison.bodies.first, comparison.bodies.second)
    let title = "\(one.name) → \(two.name)"
    return SelfContainedPage(
      title: title, language: language,
      styles: [
        PackageResources.picture_css, PackageResources.page_css, PackageResources.comparison_css,
      ],
      body: [
        .element("header", [], [.element("h1", text: title), facts]),
        .element(
          "main", [("class", "comparison")],
          [
            section(Phrase("増えた言葉", "Terms that rose"), [plot(comparison.risen(report.top), "k1")]),
            section(
              Phrase("減った言葉", "Terms that fell"), [plot(comparison.fallen(report.top), "k3")]),
            section(Phrase("区画ごとの割合", "Shares of the map"), shares),
          ] + moved + [note]),
      ]
    ).text
  }

  private var facts: Markup {
    let bodies = [comparison.bodies.first, comparison.bodies.second].map { body in
      let (talks, words) = (Decimals.grouped(body.talkCount), Decimals.grouped(body.wordCount))
      return Phrase(
        "\(body.name): 発表 \(talks) 件、\(words) 語", "\(body.name): \(talks) talks, \(words) words")[
          language]
    }
    return .element("p", [("class", "facts")], text: bodies.joined(separator: " · "))
  }

  private func section(_ heading: Phrase, _ content: [Markup]) -> Markup {
    .element("section", [], [.element("h2", text: heading[language])] + content)
  }

  /// Each term's log-odds with its interval, on one scale.
  private func plot(_ contrasts: [TermContrast], _ tone: String) -> Markup {
    guard !contrasts.isEmpty else {
      return .element("p", [("class", "hint")], text: Phrase("なし", "None")[language])
    }
    let reach = contrasts.map { max(abs($0.interval.low), abs($0.interval.high)) }.max() ?? 1
    let heads = [
      Phrase("言葉", "Term"), Phrase("対数オッズの差と 95 % 区間", "Log-odds ratio, 95 % interval"),
      Phrase("z", "z"), Phrase("q", "q"), Phrase("回数", "Uses"), Phrase("発表", "Talks"),
    ]
    let rows = contrasts.map { contrast in
      let rate = comparison.falseDiscoveryRates[contrast.term] ?? .nan
      let cells = [
        Decimals.signed(contrast.z, 1), Decimals.fixed(rate, 3),
        "\(Decimals.fixed(contrast.counts.second, 0)) → \(Decimals.fixed(contrast.counts.first, 0))",
        "\(contrast.talkCounts.second) → \(contrast.talkCounts.first)",
      ]
      return Markup.element(
        "tr", [("class", contrast.isClear ? tone : "unclear \(tone)")],
        [
          .element("th", [("scope", "row")], text: contrast.term.text),
          .element("td", [], [interval(contrast, reach)]),
        ] + cells.map { .element("td", [("class", "figure")], text: $0) })
    }
    return .element(
      "table", [],
      [
        .element(
          "thead", [],
          [.element("tr", [], heads.map { .element("th", [("scope", "col")], text: $0[language]) })]
        ),
        .element("tbody", [], rows),
      ])
  }

  private func interval(_ contrast: TermContrast, _ reach: Double) -> Markup {
    let place = { (value: Double) in MapPicture.number(100 + 96 * value / reach) }
    let (low, high) = contrast.interval
    let words =
      "\(Decimals.signed(contrast.logOdds, 2)) (\(Decimals.signed(low, 2)) … \(Decimals.signed(high, 2)))"
    return .element(
      "svg",
      [("viewBox", "0 0 200 16"), ("class", "interval"), ("role", "img"), ("aria-label", words)],
      [
        .element("path", [("class", "zero"), ("d", "M100 0V16")]),
        .element("path", [("class", "range"), ("d", "M\(place(low)) 8H\(place(high))")]),
        .element("circle", [("cx", place(contrast.logOdds)), ("cy", "8"), ("r", "3.5")]),
      ])
  }

  private var shares: [Markup] {
    let names = [comparison.bodies.first.name, comparison.bodies.second.name]
    let rows = zip(comparison.shares.cells, report.cells).enumerated().map { index, entry in
      let (cell, name) = entry
      let difference = cell.difference
      return Markup.element(
        "tr", [("class", "k\(index % 8)")],
        [.element("th", [("scope", "row")], text: name.name)]
          + [
            (cell.counts.first, difference.shares.first),
            (cell.counts.second, difference.shares.second),
          ].map { share($0, $1) }
          + [
            .element(
              "td", [("class", "figure")],
              text: "\(ComparisonReport.points(-difference.value)) "
                + "(\(ComparisonReport.points(-difference.high)) … \(ComparisonReport.points(-difference.low)))"
            )
          ])
    }
    let heads =
      [Phrase("区画", "Part of the map")[language]] + names
      + [Phrase("差(ポイント、95 % 区間)", "Difference (points, 95 % interval)")[language]]
    let p = Decimals.fixed(comparison.shares.p, 4)
    let deals = Decimals.grouped(ShareComparison.dealCount)
    return [
      .element(
        "table", [],
        [
          .element(
            "thead", [],
            [.element("tr", [], heads.map { .element("th", [("scope", "col")], text: $0) })]),
          .element("tbody", [], rows),
        ]),
      .element(
        "p", [("class", "sum")],
        text: Phrase(
          "χ² \(Decimals.fixed(comparison.shares.chiSquared, 2))、p = \(p)(無作為な \(deals) 通りの割り当てによる)",
          "χ² \(Decimals.fixed(comparison.shares.chiSquared, 2)), p = \(p) by \(deals) random deals"
        )[language]),
    ]
  }

  private func share(_ count: Int, _ interval: WilsonInterval) -> Markup {
    let end = MapPicture.number(2 * 100 * interval.share)
    return .element(
      "td", [],
      [
        .element(
          "svg", [("viewBox", "0 0 200 16"), ("class", "share"), ("aria-hidden", "true")],
          [.element("rect", [("y", "3"), ("height", "10"), ("rx", "3"), ("width", end)])]),
        .element(
          "span", [("class", "figure")],
          text: "\(Decimals.grouped(count)) · \(ComparisonReport.percent(interval.share))"),
      ])
  }

  private var moved: [Markup] {
    guard let moves = report.moves else { return [] }
    let items = moves.moves.map { move in
      let terms = move.terms.map { "\($0.term) \(Decimals.signed($0.change, 2))" }
      return Markup.element(
        "li", [],
        [
          .element("strong", text: move.title.isEmpty ? move.id : move.title), .text("  "),
          .text(report.name(ofPole: move.from, axis: move.axis)), .text(" → "),
          .text(report.name(ofPole: move.to, axis: move.axis)),
          .element("span", [("class", "z")], text: "  " + terms.joined(separator: ", ")),
        ])
    }
    let heading = Phrase(
      "別のモデルで動いた発表(\(moves.talkCount) 件で \(moves.moves.count) 回)",
      "Talks that moved by the other model (\(moves.moves.count) moves of \(moves.talkCount) talks)"
    )
    return [section(heading, [.element("ul", [], items)])]
  }

  private var note: Markup {
    .element(
      "p", [("class", "hint")],
      text: Phrase(
        "対数オッズの差は情報のあるディリクレ事前分布つき。標準誤差は発表ごとのばらつきを下回らない。q は偽発見率。薄い行は 95 % 区間が 0 を含む。",
        "Log-odds ratios with an informative Dirichlet prior; no standard error is below the variation between talks. q is the false discovery rate. Pale rows have 0 in their interval."
      )[language])
  }
}
