import Testing

@testable import Ingestion

/// Lines above a transcript, and whom and what they name.
private struct HeaderCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var lines: String
  var title: String?
  var author: String?
}

private let cases: [HeaderCase] = [
  HeaderCase(
    testDescription: "title above the author, cut, and whole below",
    lines: """
      Speaker Deck
      Sign in
      Search
      夜間バッチを朝に動かす / Running the night b...
      Search
      凪
      PRO
      May 02, 2024
      Technology
      2
      450
      夜間バッチを朝に動かす / Running the night batch in the morning
      朝の話です
      凪
      PRO
      May 02, 2024
      Tweet
      More Decks by 凪
      """, title: "夜間バッチを朝に動かす / Running the night batch in the morning", author: "凪"),
  HeaderCase(
    testDescription: "author and date only below the description",
    lines: """
      Upgrade to Pro — share decks privately, control downloads, hide ads and more …

      倉庫の信頼性

       倉庫の信頼性

      説明 1 行目
      説明 2 行目

      架空倉庫 Inc.
      PRO

      July 21, 2022
      Tweet

      More Decks by 架空倉庫 Inc.
      """, title: "倉庫の信頼性", author: "架空倉庫 Inc."),
  HeaderCase(
    testDescription: "title of two lines",
    lines: """
      品質とは何か?通知の山と目標の谷
      から学んだこと

      澪
      September 07, 2018

       品質とは何か?通知の山と目標の谷
      から学んだこと

      澪

      September 07, 2018
      Tweet

      More Decks by 澪
      """, title: "品質とは何か?通知の山と目標の谷 から学んだこと", author: "澪"),
  HeaderCase(
    testDescription: "author named otherwise in the lists",
    lines: """
      題
      nagi_ops
      May 02, 2024
      題
      nagi_ops
      May 02, 2024
      More Decks by 凪 / Nagi
      """, title: "題", author: "凪 / Nagi"),
  HeaderCase(
    testDescription: "no list, so the author stands above the date",
    lines: "題\n凪\nMay 02, 2024\n3\n120\n題\n凪\nMay 02, 2024\nTweet", title: "題", author: "凪"),
  HeaderCase(
    testDescription: "author above the title too",
    lines: "凪\n題\n凪\nMay 02, 2024\n題\nMore Decks by 凪", title: "題", author: "凪"),
  HeaderCase(
    testDescription: "no author at all", lines: "題\nMay 02, 2024\n題\n説明", title: "題",
    author: nil),
  HeaderCase(
    testDescription: "promotion of the day",
    lines: "$30 off During Our Annual Sale. View Details »\n題\n凪\nMay 02, 2024\n題",
    title: "題", author: "凪"),
  HeaderCase(
    testDescription: "title that ends in dots itself",
    lines: "夜はつらいよ...\n凪\nMay 02, 2024\n夜はつらいよ...\n凪\nMay 02, 2024",
    title: "夜はつらいよ...", author: "凪"),
  HeaderCase(
    testDescription: "title cut and nowhere whole", lines: "夜はつら…\n凪\nMay 02, 2024",
    title: "夜はつら", author: "凪"),
  HeaderCase(
    testDescription: "title of a window", lines: "夜の話 - Speaker Deck", title: "夜の話", author: nil),
  HeaderCase(
    testDescription: "navigation only", lines: "Speaker Deck\nFeatures\nSign in\nSearch",
    title: nil, author: nil),
]

@Suite("Header of a Speaker Deck page")
struct SpeakerDeckHeaderTests {
  @Test("names title and author", arguments: cases)
  private func names(_ header: HeaderCase) {
    let read = SpeakerDeckHeader(header.lines.split(separator: "\n")[...])
    #expect(read.title == header.title)
    #expect(read.author == header.author)
  }
}
