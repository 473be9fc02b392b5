import Ingestion
import Talks
import TestSupport
import Testing

/// A table with rows that are no talks.
private struct FailureCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  /// Ids of the talks that still come.
  var ids: [String]
  /// `line: reason` of the others.
  var failures: [String]
}

private let open = "a quote opened in this row is never closed"

private let cases: [FailureCase] = [
  FailureCase(
    testDescription: "too few and too many fields", text: "id,title\na,題\nb\nc,題,話\nd,題\n",
    ids: ["a", "d"],
    failures: ["3: 1 fields where the header has 2", "4: 3 fields where the header has 2"]),
  FailureCase(
    testDescription: "a row without title and text", text: "id,title,text\na,,\nb,題,\n",
    ids: ["b"], failures: ["2: the row has neither title nor text"]),
  FailureCase(
    testDescription: "an unclosed quote before rows without quotes",
    text: "id,title\na,題\nb,\"題\nc,題\n\nd,題\n", ids: ["a", "c", "d"], failures: ["3: \(open)"]),
  FailureCase(
    testDescription: "an unclosed quote before rows with quotes",
    text: "id,title\na,\"題\"\nb,\"題\nc,\"題\"\nd,\"題\"\n", ids: ["a", "c", "d"],
    failures: ["3: \(open)"]),
  FailureCase(
    testDescription: "an unclosed quote before a row of two lines",
    text: "id,title\nb,\"題\nc,題\nd,\"一\n二\"\ne,題\n", ids: ["c", "d", "e"], failures: ["2: \(open)"]),
  FailureCase(
    testDescription: "two unclosed quotes", text: "id,title\nb,\"題\nc,題\nd,\"題\ne,題\n",
    ids: ["c", "e"], failures: ["2: \(open)", "4: \(open)"]),
  FailureCase(
    testDescription: "an unclosed quote in the last row", text: "id,title\na,題\nb,\"題",
    ids: ["a"], failures: ["3: \(open)"]),
]

@Suite("Rows that are no talks")
struct TableFailureTests {
  @Test("cost only themselves", arguments: cases)
  private func rows(_ table: FailureCase) throws {
    let reading = try Reading(table.text, named: "talks.csv")
    #expect(reading.talks.map(\.id) == table.ids)
    #expect(
      reading.failures.map { "\($0.location.line ?? 0): \($0.reason)" } == table.failures)
  }

  @Test("may be no UTF-8")
  func invalidUTF8() throws {
    let bytes = Array("id,title\na,".utf8) + [0x91, 0xE8] + Array("\nb,題\n".utf8)
    let reading = try Reading(bytes: bytes, named: "talks.csv")
    #expect(reading.talks.map(\.id) == ["b"])
    #expect(reading.failures.map(\.location.line) == [2])
    #expect(reading.failures.map(\.reason) == ["byte 2 is not valid UTF-8"])
  }

  @Test("make the whole table fail if the header is one of them")
  func header() throws {
    func failure(_ bytes: [UInt8], _ columns: [String: String] = [:]) throws -> [String] {
      let reading = try Reading(
        bytes: bytes, named: "talks.csv", options: ReadingOptions(columns: columns))
      #expect(reading.talks == [])
      return reading.failures.map(\.description)
    }
    #expect(
      try failure(Array("id,memo\na,題\n".utf8)) == [
        "talks.csv:1: no column is called 'title' or 'text'; name the columns in the first line, or say '--column text=NAME'"
      ])
    #expect(
      try failure(Array("id,title\na,題\n".utf8), ["text": "本文"]) == [
        "talks.csv:1: no column is called '本文'; use the names that the first line gives the columns"
      ])
    #expect(
      try failure([0x91, 0xE8] + Array(",title\na,題\n".utf8)) == [
        "talks.csv:1: byte 0 is not valid UTF-8; convert the text, for example with 'iconv -f CP932 -t UTF-8'"
      ])
  }

  @Test("with unclosed quotes on every line are told apart in one pass")
  func manyUnclosedQuotes() throws {
    // Each line leaves a quote open from either state, and the last gives all away.
    let count = 20_000
    let text = "id,title\n" + String(repeating: "a\",\"b\n", count: count)
    let reading = try Reading(text, named: "talks.csv")
    #expect(reading.results.count == count)
    #expect(reading.failures.map(\.reason) == Array(repeating: open, count: count))
  }
}
