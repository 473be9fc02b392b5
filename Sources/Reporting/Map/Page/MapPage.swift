public import Comparison
internal import Talks

/// A map as a page: look, search, ask why, correct, export labels.
///
/// One file that works offline. Without scripts it still shows the picture and the
/// impressions.
public struct MapPage {
  private let map: TalkMap
  private let language: DisplayLanguage

  /// Creates a page that begins in a language.
  public init(_ map: TalkMap, language: DisplayLanguage = .japanese) {
    self.map = map
    self.language = language
  }

  /// The page as HTML.
  public var text: String {
    let count = map.talks.count
    let pictures = [
      MapPicture(map, frame: .wide(talkCount: count)),
      MapPicture(map, frame: .narrow(talkCount: count)),
    ]
    return SelfContainedPage(
      title: MapWords.name(of: map)[language], language: language,
      styles: [PackageResources.picture_css, PackageResources.page_css],
      scripts: [
        PackageResources.data_js, PackageResources.corrections_js, PackageResources.state_js,
        PackageResources.list_js, PackageResources.why_js, PackageResources.map_js,
        PackageResources.page_js,
      ],
      data: MapJSON(map: map, pictures: pictures, language: language).script,
      body: [header, main(pictures)]
    ).text
  }

  private var header: Markup {
    let hash = map.modelHash.isEmpty ? "" : " · model \(map.modelHash)"
    let failed = map.failureCount
    let facts = Phrase(
      "発表 \(Decimals.grouped(map.talks.count)) 件\(hash)"
        + (failed > 0 ? " · 読めなかった記録 \(failed) 件" : ""),
      "\(Decimals.grouped(map.talks.count)) talks\(hash)"
        + (failed > 0 ? " · \(failed) records could not be read" : ""))
    return .element(
      "header", [],
      [
        .element("h1", [], [MapWords.name(of: map).markup()]),
        .element("p", [("class", "facts")], [facts.markup()]),
        .element(
          "button", [("type", "button"), ("id", "language")],
          [Phrase("English", "日本語").markup()]),
      ])
  }

  private func main(_ pictures: [MapPicture]) -> Markup {
    .element(
      "main", [],
      [
        .element(
          "section", [("class", "view")],
          [PageTools(map).markup, .element("figure", [], pictures.map { $0.inPage() })]),
        .element("aside", [("class", "side")], PagePanels(map).parts),
        .element("p", [("id", "live"), ("class", "reader"), ("role", "status")]),
      ])
  }
}
