import Foundation
import Ingestion
import Talks
import TestSupport
import Testing

/// A file of Corpora/pages and what it must read as.
struct PageCase: Sendable, CustomTestStringConvertible {
  var file: String
  var layout: Layout
  var title: String
  var speaker: String?
  /// The numbers of the slides with text.
  var numbers: [Int]
  var first: String
  var last: String
  /// Titles of other talks that the page lists.
  var others: [String] = []

  var testDescription: String { file }
}

private let featured = [
  "Designing Forms Nobody Hates", "The Quiet Art of Deleting Code", "Ten Charts That Lied to Me",
  "A Field Guide to Slow Tests", "Typography for Terminals", "Meetings, Refactored",
  "How We Lost a Weekend to Time Zones", "Caching and Other Promises",
]

private let cases: [PageCase] = [
  PageCase(
    file: "speakerdeck-numbered", layout: .speakerDeckNumbered,
    title: "全社 400 サービスのトレースを tail sampling に寄せるまで", speaker: "真壁 りつ",
    numbers: Array(1...11),
    first: "全社 400 サービスのトレースを tail sampling に寄せるまで 架空 SRE 集会 2025 / 真壁 りつ",
    last: "まとめ ・残す判断は後ろへ、送る判断は前へ ・標準は配り方まで含めて標準 資料: https://example.com/kazemachi/tail"),
  PageCase(
    file: "speakerdeck-view-slide", layout: .speakerDeckNumbered,
    title: "4 人で始めるオンコール、最初の 90 日", speaker: "五十里 朔",
    numbers: [1, 2, 3, 4, 5, 7, 8, 9, 10],
    first: "4 人で始めるオンコール\n最初の 90 日\n\nSRE よもやま話の会 #7\n2021.11.19",
    last: "まとめ\n当番は道具より約束から\n手順書は起きている人のためではなく\n起こされた人のために書く"),
  PageCase(
    file: "speakerdeck-plain", layout: .speakerDeckPlain,
    title:
      "ポストモーテムを会社の習慣にする — 9 チームが読み合うまで / Making postmortems a habit of the whole company",
    speaker: "楢原 こと", numbers: Array(1...12),
    first: "ポストモーテムを会社の習慣にする 楢原 こと / ホシクズ出版 運用横断室 架空運用談話会 2024 秋",
    last: "まとめ • 書式より場所、場所より読む人 • 習慣は 1 人ではなく会社で持つ ありがとうございました 12",
    others: [
      "報告書に人の名前を書かない理由", "書店員が運用に転職して驚いた 10 のこと #fictionalops",
      "Blameless のむずかしさを寸劇で", "eBPF で観る TCP 再送、手元の NIC 編", "自作 scheduler で GPU を 12% 取り戻す",
      "QUIC の輻輳制御を 3 週間いじった記録", "WebAssembly runtime の JIT を読む会", "Terraform state を分けた日、戻した日",
      "はじめての Prometheus、3 日で後悔したこと", "Kernel panic を楽しむ会 2024 夏",
      "型で守る家計簿 / Typed household books",
    ] + featured),
  PageCase(
    file: "speakerdeck-no-transcript", layout: .speakerDeckTitleOnly,
    title: "冷蔵倉庫の IoT を 3 年運用して学んだこと", speaker: "樫村 ゆら", numbers: [], first: "", last: ""),
  PageCase(
    file: "player", layout: .player, title: "Rust 製キャッシュの p99.9 を追って io_uring まで 鴫原 迅 低遅延夜話 第 4 夜",
    speaker: nil, numbers: [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    first: "Rust 製キャッシュの p99.9 を追って io_uring まで 鴫原 迅 低遅延夜話 第 4 夜",
    last: "まとめ 遅さは CPU の外にある 1 人でも 1 台でも、測ればここまで来られる ご清聴ありがとうございました"),
  PageCase(
    file: "transcript-form-feeds", layout: .transcript, title: "手順書を減らす手順", speaker: nil,
    numbers: Array(1...9),
    first: "手順書を減らす手順\n\n浅沼 ほたる\nヒダマリ給食 受注システム係\n\n配膳と運用の夕べ 2025",
    last:
      "まとめ\n• 手順書は書くより消すほうがむずかしい\n• 2 人の係でもできる\n\nhttps://example.com/hidamari/runbooks"),
]

@Suite("Shipped pages")
struct PageFixtureTests {
  @Test("read as one talk with its title, speaker and slides", arguments: cases)
  func readAsOneTalk(_ page: PageCase) throws {
    let reading = Reading(of: [Repository.path("Corpora/pages/\(page.file).txt")])
    #expect(reading.results.count == 1)
    let ingested = try #require(reading.ingested.first)
    #expect(ingested.layout == page.layout)
    #expect(ingested.talk.id == page.file)
    #expect(ingested.talk.title == page.title)
    #expect(ingested.talk.speaker == page.speaker)
    #expect(ingested.talk.slides.map(\.number) == page.numbers)
    #expect(ingested.talk.slides.first?.text ?? "" == page.first)
    #expect(ingested.talk.slides.last?.text ?? "" == page.last)
  }

  @Test("keep the titles of listed talks out of the slides", arguments: cases)
  func keepListedTitlesOut(_ page: PageCase) throws {
    let path = Repository.path("Corpora/pages/\(page.file).txt")
    let source = try String(contentsOfFile: path, encoding: .utf8)
    let text = try #require(Reading(of: [path]).talks.first).slides.map(\.text).joined()
    for other in page.others {
      #expect(source.contains(other), "the case is out of date: \(other)")
      #expect(!text.contains(other))
    }
  }

  @Test("without any mark are one slide under their first line")
  func unmarked() throws {
    let path = Repository.path("Corpora/pages/transcript-unmarked.txt")
    let talk = try #require(Reading(of: [path]).talks.first)
    #expect(talk.title == "SLO を配る人になる")
    #expect(talk.slides.map(\.number) == [1])
    let text = try #require(talk.slides.first).text
    #expect(text.hasPrefix("SLO を配る人になる\nナギサ測量 プラットフォーム課 鞍馬 みちる\n"))
    #expect(text.hasSuffix("\n次は依存サービスの SLO を決める"))
  }

  @Test("count what belongs to the site and what has no text")
  func counts() throws {
    let notes = Dictionary(
      uniqueKeysWithValues: Reading(of: [Repository.path("Corpora/pages")]).ingested.map {
        ($0.talk.id, $0.notes)
      })
    #expect(notes.count == 19)
    #expect(notes["speakerdeck-view-slide"]?[.emptySlides] == 1)
    #expect(notes["player"]?[.emptySlides] == 1)
    #expect(notes["speakerdeck-no-transcript"]?[.missingTranscript] == 1)
    // Lines with text above `Transcript`, counted with awk; of the page without one, all.
    #expect(notes["speakerdeck-numbered"]?[.boilerplateLines] == 12)
    #expect(notes["speakerdeck-plain"]?[.boilerplateLines] == 115)
    #expect(notes["speakerdeck-no-transcript"]?[.boilerplateLines] == 96)
    #expect(notes["transcript-unmarked"] == ReadingNotes())
  }
}
