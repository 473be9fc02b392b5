import Ingestion
import Talks
import TestSupport
import Testing

/// A table and the talks in it.
private struct TableCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var name = "talks.csv"
  var text: String
  var columns: [String: String] = [:]
  var talks: [Talk]
}

private func talk(_ id: String, _ title: String, _ text: String? = nil) -> Talk {
  Talk(id: id, title: title, slides: text.map { [Slide(number: 1, text: $0)] } ?? [])
}

private let cases: [TableCase] = [
  TableCase(
    testDescription: "all fields",
    text: "id,title,speaker,event,url,text\na,題,凪,会,https://example.com/a,本文\n",
    talks: [
      Talk(
        id: "a", title: "題", speaker: "凪", event: "会", url: "https://example.com/a",
        slides: [Slide(number: 1, text: "本文")])
    ]),
  TableCase(
    testDescription: "quoted separators, line ends and quotes",
    text: "id,title,text\r\na,\"題, 副題\",\"一行目\r\n二行目\"\r\nb,\"「\"\"引用\"\"」\",\"\"\"\"\r\nc,話,\r\n",
    talks: [
      talk("a", "題, 副題", "一行目\n二行目"), talk("b", "「\"引用\"」", "\""), talk("c", "話"),
    ]),
  TableCase(
    testDescription: "quotes inside unquoted fields", text: "id,title\na,5\" の画面\nb,\"題\"の話\n",
    talks: [talk("a", "5\" の画面"), talk("b", "題の話")]),
  TableCase(
    testDescription: "tabs and literal quotes", name: "talks.tsv",
    text: "id\ttitle\ttext\na\t\"題\", 副題\t\"本文\nb\t話\t\n",
    talks: [talk("a", "\"題\", 副題", "\"本文"), talk("b", "話")]),
  TableCase(
    testDescription: "header in other case, order and spacing",
    text: "\u{FEFF}Text,\"TITLE\" ,memo, Id\n本文,題,x,a", talks: [talk("a", "題", "本文")]),
  TableCase(
    testDescription: "columns by other names", text: "番号,演題,本文\n7,題,話\n",
    columns: ["id": "番号", "title": "演題", "text": "本文"], talks: [talk("7", "題", "話")]),
  TableCase(
    testDescription: "a renamed column takes the place of the one called so",
    text: "id,title,演題\na,仮題,題\n", columns: ["title": "演題"], talks: [talk("a", "題")]),
  TableCase(
    testDescription: "no id column", text: "title\n\n題\n\n話\n",
    talks: [talk("talks.csv:3", "題"), talk("talks.csv:5", "話")]),
  TableCase(
    testDescription: "empty rows of a spreadsheet", text: "id,title,text\na,題,\n,,\n, ,\nb,話,\n",
    talks: [talk("a", "題"), talk("b", "話")]),
  TableCase(
    testDescription: "no line feed at the end", text: "id,title\r\na,題\r\nb,\"話\"\r",
    talks: [talk("a", "題"), talk("b", "話")]),
  TableCase(
    testDescription: "control characters", text: "id,title,text\na,題,一\u{0}二\u{0B}三\u{0C}四\n",
    talks: [talk("a", "題", "一二\n三\n四")]),
]

@Suite("Table")
struct TableTests {
  @Test("reads rows by RFC 4180", arguments: cases)
  private func rows(_ table: TableCase) throws {
    let reading = try Reading(
      table.text, named: table.name, options: ReadingOptions(columns: table.columns))
    #expect(reading.failures == [])
    #expect(reading.talks == table.talks)
    #expect(reading.ingested.allSatisfy { $0.layout == .table })
  }

  @Test("takes labels from columns of the axes' names, or others")
  func labels() throws {
    let reading = try Reading(
      "title,DEPTH,範囲\n題,basic,independent\n話,,cross-cutting\n", named: "talks.csv",
      options: ReadingOptions(axes: ["depth", "scope"], columns: ["scope": "範囲"]))
    #expect(
      reading.talks.map(\.labels)
        == [["depth": "basic", "scope": "independent"], ["scope": "cross-cutting"]])
  }

  @Test(
    "without a known name is recognized by its header", arguments: ["talks.txt", "talks", "x.md"])
  func recognized(_ name: String) throws {
    for header in ["id,title", "\"Title\",\"text\"", "text\tid", "\u{FEFF}title,speaker,memo"] {
      let reading = try Reading(header + "\n", named: name)
      #expect(reading.results.isEmpty, "\(header)")
    }
  }

  @Test(
    "is not seen in a first line that names no two fields",
    arguments: ["title", "speaker,event", "title,memo", "text、title"])
  func notRecognized(_ line: String) throws {
    #expect(try Reading(line + "\n").ingested.map(\.layout) == [.transcript])
  }
}
