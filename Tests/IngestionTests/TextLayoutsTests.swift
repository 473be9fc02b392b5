import FoundationEssentials
import Talks
import Testing

@testable import Ingestion

/// The readers of text layouts in this folder of the sources, by the layout they read.
private let readers: [(layout: Layout, read: @Sendable (DocumentText) -> [DeckContent]?)] = [
  (.player, PlayerDeck.read), (.googleSlides, GoogleSlides.read), (.fortee, ForteePage.read),
  (.cloudNativeDays, CloudNativeDaysProposal.read), (.slideShare, SlideShare.read),
  (.markdownDeck, { MarkdownDeck.read(ifRecognized: $0).map { [$0] } }),
]

private let repository = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

private func document(_ path: String) throws -> DocumentText {
  let data = try Data(contentsOf: repository.appending(path: path))
  return try DocumentText([UInt8](data), at: SourceLocation(path: path))
}

@Suite("Text layouts")
struct TextLayoutsTests {
  @Test(
    "each example page is read by its own reader and no other",
    arguments: [
      ("player-with-header.txt", .player, 1), ("google-slides.txt", .googleSlides, 1),
      ("fortee-proposal.txt", .fortee, 1), ("fortee-list.txt", .fortee, 3),
      ("cloudnative-days.txt", .cloudNativeDays, 1), ("slideshare.txt", .slideShare, 1),
      ("marp.md", .markdownDeck, 1), ("slidev.md", .markdownDeck, 1),
      ("revealjs.md", .markdownDeck, 1), ("gitpitch.md", .markdownDeck, 1),
    ] as [(String, Layout, Int)])
  func examples(name: String, layout: Layout, talkCount: Int) throws {
    let text = try document("Corpora/pages/\(name)")
    for reader in readers {
      let talks = reader.read(text)
      #expect((talks != nil) == (reader.layout == layout), "\(reader.layout)")
      guard let talks else { continue }
      #expect(talks.count == talkCount)
      for talk in talks {
        #expect(talk.layout == layout)
        #expect(talk.title?.isEmpty == false)
        #expect(talk.slides.map(\.number) == talk.slides.map(\.number).sorted())
        #expect(talk.slides.contains { !$0.text.isEmpty })
      }
    }
  }

  @Test("plain transcripts are none of these layouts", arguments: 1...120)
  func transcripts(number: Int) throws {
    let name = String("00\(number)".suffix(3))
    let text = try document("Corpora/fictional-sre-talks/talk-\(name).txt")
    for reader in readers { #expect(reader.read(text) == nil, "\(reader.layout)") }
  }

  @Test(
    "hostile documents are none of these layouts",
    arguments: [
      "", "\n", "\0\0\0", "Slide 1", "Slide 0\nSlide 0 text\na", "1 of", "0 of 0", "2 of 1",
      "■", "■ 発表", "Proposal:", "中級者 - Intermediate", "SlideShare", "1\n2\n3", "by", "---", "🙂",
    ])
  func hostile(text: String) throws {
    let text = try makeDocument(text)
    for reader in readers { #expect(reader.read(text) == nil, "\(reader.layout)") }
  }

  @Test("a Speaker Deck page whose links a mirror rewrote is still a Speaker Deck page")
  func mirror() throws {
    let page = """
      Upgrade to Pro — share decks privately, control downloads, hide ads and more …
      題名
      makino
      August 19, 2024
      Tweet
      More Decks by makino
      Transcript
        1. 資料は https://proxy.invalid:443/https/example.invalid/deck にあります

          本文
      """
    let content = SpeakerDeckPage.read(try makeDocument(page))?.first
    #expect(content?.layout == .speakerDeckNumbered)
    #expect(content?.title == "題名")
    #expect(content?.slides.count == 1)
    let text = try makeDocument(page)
    for reader in readers { #expect(reader.read(text) == nil, "\(reader.layout)") }
  }
}

@Suite("Player pages")
struct PlayerDeckTests {
  @Test("read with and without blank lines, from any first slide, an empty slide empty")
  func slides() throws {
    let text = try makeDocument(
      "Slide 3\n\nSlide 3 text\n\n本文\n\nSlide 4\nSlide 4 text\nNo content\nSlide 5\nSlide 5 text\nSlide 3\nSlide 3 text\n終わり\n"
    )
    let talk = try #require(PlayerDeck.read(text)?.first)
    #expect(
      talk.slides == [
        Slide(number: 3, text: "本文"), Slide(number: 4, text: ""),
        Slide(number: 5, text: "Slide 3\nSlide 3 text\n終わり"),
      ])
    #expect(talk.title == nil)
  }

  @Test(
    "take title and author from the header",
    arguments: [
      ("題名\nby\nmakino\nLink Embed Share Beginning\n", "題名", "makino"),
      ("題名\nby makino\n", "題名", "makino"), ("bygone days\nby\nmakino\n", "bygone days", "makino"),
      ("題名\n", nil, nil),
    ] as [(String, String?, String?)])
  func header(header: String, title: String?, speaker: String?) throws {
    let text = try makeDocument(header + "Slide 1\nSlide 1 text\na\n")
    let talk = try #require(PlayerDeck.read(text)?.first)
    #expect(talk.title == title)
    #expect(talk.speaker == speaker)
    #expect(talk.notes[.boilerplateLines] == header.split(separator: "\n").count)
  }
}

@Suite("Google Slides pages")
struct GoogleSlidesTests {
  @Test("drop the address below each slide and keep the page numbers")
  func slides() throws {
    let text = try makeDocument(
      """
      題名 - Google Slides
      1 of 4
      表紙
      3 of 5 people agree
      https://docs.google.com/presentation/d/x/edit
      2 of 4
      https://docs.google.com/presentation/d/x/edit
      4 of 4
      1 of 3
      https://example.invalid/
      https://docs.google.com/presentation/d/x/edit
      """)
    let talk = try #require(GoogleSlides.read(text)?.first)
    #expect(talk.title == "題名")
    #expect(talk.url == "https://docs.google.com/presentation/d/x/edit")
    #expect(
      talk.slides == [
        Slide(number: 1, text: "表紙\n3 of 5 people agree"), Slide(number: 2, text: ""),
        Slide(number: 4, text: "1 of 3\nhttps://example.invalid/"),
      ])
    #expect(talk.notes[.boilerplateLines] == 4)
  }
}

@Suite("fortee pages")
struct ForteePageTests {
  @Test("leave out the form's words and what speakers say of themselves")
  func proposal() throws {
    let text = try makeDocument(
      """
      ■ 発表カテゴリ
      ・Practices: 続ける工夫
      ■ 発表概要(400字程度)
      概要です。
      ■ まとめ
      自分の見出しは残る。
      ■ 自己紹介
      秘密の経歴
      """)
    let talk = try #require(ForteePage.read(text)?.first)
    #expect(
      talk.slides == [
        Slide(number: 1, text: "・Practices: 続ける工夫"),
        Slide(number: 2, text: "概要です。\n■ まとめ\n自分の見出しは残る。"),
      ])
    #expect(talk.title == nil)
  }

  @Test("part a list at the kinds, though outlines have minutes in brackets too")
  func list() throws {
    let text = try makeDocument(
      """
      会議 2026
      採択
      2026/01/26 10:35〜
      ホール
      セッション（30分）
      一つ目
      aoki 青木 花
      ■ 発表概要
      はじめ(3分)
      まとめ(2分)
      12
      採択
      2026/01/26 11:35〜
      ホール
      LT(5分)
      二つ目
      sora
      ■ 発表概要
      短い話
      """)
    let talks = try #require(ForteePage.read(text))
    #expect(talks.map(\.title) == ["一つ目", "二つ目"])
    #expect(talks.map(\.speaker) == ["青木 花", "sora"])
    #expect(talks.map(\.event) == ["会議 2026", "会議 2026"])
    #expect(talks.map { $0.slides.map(\.text) } == [["はじめ(3分)\nまとめ(2分)"], ["短い話"]])
  }

  @Test("part a list that lost its titles at the categories")
  func listWithoutTitles() throws {
    let part = "■ 発表カテゴリ\n・Tech\n■ 発表概要(400字程度)\n本文\n"
    let talks = try #require(ForteePage.read(makeDocument(part + part + part)))
    #expect(talks.map(\.title) == [nil, nil, nil])
    #expect(talks.allSatisfy { $0.slides.map(\.text) == ["・Tech", "本文"] })
  }
}

@Suite("CloudNative Days proposals")
struct CloudNativeDaysProposalTests {
  private func talk(_ body: String) throws -> DeckContent {
    let page = "題名\nProposal: (エントリー済み)\n中級者 - Intermediate   SRE\n" + body
    return try #require(CloudNativeDaysProposal.read(makeDocument(page))?.first)
  }

  @Test(
    "keep biographies off the slides",
    arguments: [
      "概要の文です。\n\n牧野 そら\n株式会社ミズウミ\nSRE\n\n秘密の経歴です。",
      "概要の文です。\n牧野 そら\nSRE として入社し、秘密の運用に従事。趣味は釣り。",
      "概要の文です。\n\n対象者\n・Engineer\n\nSora Makino\nMizuumi Inc.\n秘密の経歴",
      "概要の文です。\n\n登壇者\n牧野 そら\n秘密の経歴です。",
      "概要の文です。\n\n牧野 そら\n\n秘密の人です。\nTweets by cloudnativedays",
    ])
  func biographies(body: String) throws {
    let talk = try talk(body)
    #expect(talk.title == "題名")
    #expect(talk.speaker == "牧野 そら" || talk.speaker == "Sora Makino")
    let text = try #require(talk.slides.first?.text)
    #expect(text.hasPrefix("概要の文です。"))
    #expect(!text.contains("秘密"))
    #expect(!text.contains("株式会社"))
  }

  @Test("keep an abstract whole that has no biography behind it")
  func abstract() throws {
    let talk = try talk("概要の文です。\n\n話すこと\n・測り方\n・直し方")
    #expect(talk.slides.map(\.text) == ["概要の文です。\n\n話すこと\n・測り方\n・直し方"])
    #expect(talk.speaker == nil)
  }

  @Test("take the title from behind, below or above the mark")
  func titles() throws {
    let below = "Proposal: (採択)\n下の題名\n上級者 - Advanced\n概要。"
    let behind = "Proposal: 後ろの題名 (採択)\n上級者 - Advanced\n概要。"
    #expect(try CloudNativeDaysProposal.read(makeDocument(below))?.first?.title == "下の題名")
    #expect(try CloudNativeDaysProposal.read(makeDocument(behind))?.first?.title == "後ろの題名")
  }
}

@Suite("SlideShare pages")
struct SlideShareTests {
  @Test("a run without any mark is cut at page numbers, stray figures aside")
  func run() throws {
    let text = try makeDocument("題名\n1\n自己紹介\n42\n2\n課題\n7\n結果\n3\nまとめ\n4\nおまけ\n")
    let talk = try #require(SlideShare.read(text)?.first)
    #expect(
      talk.slides == [
        Slide(number: 1, text: "題名"), Slide(number: 2, text: "自己紹介\n42"),
        Slide(number: 3, text: "課題\n7\n結果"), Slide(number: 4, text: "まとめ"),
        Slide(number: 5, text: "おまけ"),
      ])
  }

  @Test("numbers above the text open slides, and gaps keep their numbers")
  func numbersAbove() throws {
    let text = try makeDocument("Submit Search\nSlideShare\n1\na\n2\nb\n4\nd\n")
    let talk = try #require(SlideShare.read(text)?.first)
    #expect(talk.slides.map(\.number) == [1, 2, 4])
    #expect(talk.slides.map(\.text) == ["a", "b", "d"])
  }

  @Test("without page numbers the run is one slide")
  func oneSlide() throws {
    let text = try makeDocument(
      "SlideShare a Scribd company logo\n題名\n本文\nEditor's Notes\n秘密のメモ\n")
    let talk = try #require(SlideShare.read(text)?.first)
    #expect(talk.slides == [Slide(number: 1, text: "題名\n本文")])
  }

  @Test("page numbers are found in time linear in their count")
  func manyNumbers() throws {
    let text = try makeDocument((1...200_000).map { "\($0 % 9000 + 1)\n" }.joined())
    #expect(SlideShare.read(text)?.first?.slides.count == 9001)
  }
}
