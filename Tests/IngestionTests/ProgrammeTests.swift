import Talks
import TestSupport
import Testing

@testable import Ingestion

@Suite("Programme")
struct ProgrammeTests {
  private static func talk(_ title: String, id: String = "x") -> Talk {
    Talk(id: id, title: title, slides: [Slide(number: 1, text: "本文")])
  }

  private static func covers(_ listed: String, _ title: String) -> Bool {
    var programme = Programme(titles: [listed])
    programme.add(talk(title))
    return programme.coveredCount == 1
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var title: String
    var isSame = true
    var testDescription: String { title }
  }

  @Test("tells talks of a series apart by their numbers")
  func numbers() {
    #expect(!Self.covers("障害訓練の記録 第3回", "障害訓練の記録 第13回"))
    #expect(!Self.covers("発表 77777", "発表 7777"))
    #expect(Self.covers("障害訓練の記録 第3回", "障害訓練の記録 第３回 2024年版"))
  }

  private static let listed = "オブザーバビリティのマクロからミクロまで 〜SRE 2024年の実践〜"

  @Test(
    "knows a title in other dress",
    arguments: [
      Case(title: listed),
      Case(title: "オブザーバビリティのマクロからミクロまで"),
      Case(title: "オブザーバビリティの マクロから ミクロまで - SRE 2024年の実践"),
      Case(title: listed + " / Observability from macro to micro"),
      Case(title: "オブザーバビリティのマクロからミクロまで ～ＳＲＥ　２０２４年の実践～"),
      Case(title: "ｵﾌﾞｻﾞｰﾊﾞﾋﾞﾘﾃｨのﾏｸﾛからﾐｸﾛまで"),
      Case(title: "オフ\u{3099}サ\u{3099}ーハ\u{3099}ヒ\u{3099}リティのマクロからミクロまて\u{3099}"),
      Case(title: "オブザーバビリティの話", isSame: false),
      Case(title: "オブザーバビリティ入門", isSame: false),
      Case(title: "オブザーバビリティのマクロからミクロまで 〜SRE 2024年の実験〜"),
      Case(title: "[SRE] オブザーバビリティのマクロからミクロまで"),
      Case(title: "マクロ経済", isSame: false), Case(title: "SRE", isSame: false),
      Case(title: "", isSame: false), Case(title: "〜", isSame: false),
    ])
  func dress(_ item: Case) {
    #expect(Self.covers(Self.listed, item.title) == item.isSame)
  }

  @Test("matches all real titles with themselves in any order and with no invented one")
  func corpora() {
    let titles = FixtureTexts.titles.map(\.title)
    #expect(titles.count == 28)
    for order in [titles, titles.reversed()] {
      var programme = Programme(titles: titles)
      for title in order { programme.add(Self.talk(title, id: title)) }
      #expect(programme.talkIDs == titles)
      #expect(programme.missing == [])
    }
    var programme = Programme(titles: titles)
    for talk in FixtureTexts.decks { programme.add(talk) }
    #expect(programme.talkIDs.allSatisfy { $0 == nil })
    var invented = Programme(titles: FixtureTexts.decks.map(\.title))
    for title in titles { invented.add(Self.talk(title)) }
    #expect(invented.coveredCount == 0)
  }

  @Test("matches no invented title with another")
  func invented() {
    let titles = FixtureTexts.decks.map(\.title)
    for (index, title) in titles.enumerated() {
      // Likeness is mutual, so those after it are enough.
      var programme = Programme(titles: Array(titles[(index + 1)...]))
      programme.add(Self.talk(title))
      #expect(programme.coveredCount == 0, "\(title)")
    }
  }

  @Test("takes the title that is most alike, though another holds it whole")
  func closest() {
    let titles = ["続・はじめての障害訓練 後編", "はじめての障害訓練"]
    for order in [titles, titles.reversed()] {
      var programme = Programme(titles: titles)
      for title in order { programme.add(Self.talk(title, id: title)) }
      #expect(programme.talkIDs == titles)
    }
    var programme = Programme(titles: titles)
    programme.add(Self.talk("はじめての障害訓練", id: "a"))
    #expect(programme.talkIDs == [nil, "a"])
  }

  @Test("counts a copy of a deck once, and talks of one title one by one")
  func copies() {
    var programme = Programme(titles: ["続・はじめての障害訓練 後編", "はじめての障害訓練"])
    for id in ["a", "copy"] { programme.add(Self.talk("はじめての障害訓練", id: id)) }
    #expect(programme.talkIDs == [nil, "a"])
    var openings = Programme(titles: ["Opening", "Opening"])
    for id in ["a", "b", "c"] { openings.add(Self.talk("Opening", id: id)) }
    #expect(openings.talkIDs == ["a", "b"])
  }

  @Test("does not count talks without slide text")
  func titleOnly() {
    var programme = Programme(titles: ["はじめての障害訓練"])
    programme.add(Talk(id: "a", title: "はじめての障害訓練"))
    programme.add(Talk(id: "b", title: "はじめての障害訓練", slides: [Slide(number: 1, text: "")]))
    #expect(programme.missing == ["はじめての障害訓練"])
  }

  @Test(
    "is read from a title a line, a table or talk JSONL",
    arguments: [
      ("p.txt", "一の話\n\n  二の話 \n"), ("p.txt", "\u{FEFF}一の話\r\n二の話\r\n"),
      ("p.csv", "speaker,title\n甲,一の話\n乙,二の話\n"), ("p.tsv", "title\tspeaker\n一の話\t甲\n二の話\t乙\n"),
      ("p.jsonl", "{\"id\":\"a\",\"title\":\"一の話\"}\n{\"title\":\"二の話\"}\n"),
    ])
  func files(_ name: String, _ text: String) throws {
    let folder = try TemporaryFolder()
    #expect(
      try Programme(contentsOf: folder.write(text, to: name)).titles == ["一の話", "二の話"])
  }

  @Test("takes a table's column of another name")
  func columns() throws {
    let path = try TemporaryFolder()
    let file = try path.write("演題,演者\n一の話,甲\n", to: "p.csv")
    #expect(try Programme(contentsOf: file, columns: ["title": "演題"]).titles == ["一の話"])
  }

  @Test("that is not there, empty or broken is an error that names the file")
  func errors() throws {
    func reason(_ path: String) -> IngestionError? {
      #expect(throws: IngestionError.self) { try Programme(contentsOf: path) }
    }
    let folder = try TemporaryFolder()
    #expect(reason("/no/such")?.kind == .missing)
    #expect(
      reason(try folder.write(" \n\n", to: "e.txt"))?.description
        == "\(folder.path)/e.txt: the programme names no talk; give a title a line")
    let broken = try folder.write("{\"title\":\"一\"}\n{bad\n", to: "b.jsonl")
    #expect(reason(broken)?.location == SourceLocation(path: broken, line: 2))
  }
}
