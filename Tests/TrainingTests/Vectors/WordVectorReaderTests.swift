import TestSupport
import Testing

@testable import Training

@Suite("Word vector files")
struct WordVectorReaderTests {
  private static func read(_ bytes: [UInt8], named name: String = "v.bin") throws -> WordVectors {
    let folder = try TemporaryFolder()
    return try WordVectorReader.read(from: folder.write(bytes, to: name))
  }

  private static func read(_ text: String) throws -> WordVectors {
    try read(Array(text.utf8), named: "v.vec")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
  }

  static let texts = [
    Case(testDescription: "word2vec text", text: "2 3\n監視 1 -2 0.5\nslo 4 5e-1 6\n"),
    Case(
      testDescription: "fastText .vec, with spaces at the ends",
      text: "2 3\n監視 1 -2 0.5 \nslo 4 0.5 6 \n"),
    Case(testDescription: "GloVe", text: "監視 1 -2 0.5\nslo 4 0.5 6\n"),
    Case(testDescription: "no last line feed", text: "2 3\n監視 1 -2 0.5\nslo 4 0.5 6"),
    Case(testDescription: "CRLF", text: "2 3\r\n監視 1 -2 0.5\r\nslo 4 0.5 6\r\n"),
    Case(testDescription: "empty lines", text: "2 3\n\n監視 1 -2 0.5\n\nslo 4 0.5 6\n\n"),
  ]

  @Test("of text are read with counts and without", arguments: texts)
  func text(_ example: Case) throws {
    let vectors = try Self.read(example.text)
    #expect(vectors.dimension == 3)
    #expect(vectors.words == ["監視", "slo"])
    #expect(vectors["監視"].map(Array.init) == [1, -2, 0.5])
    #expect(vectors["slo"].map(Array.init) == [4, 0.5, 6])
    #expect(vectors["toil"] == nil)
    #expect(vectors.source == "v.vec")
  }

  @Test(
    "of word2vec's binary form are read, with line feeds and without", arguments: [true, false])
  func binary(lineFeeds: Bool) throws {
    let vectors = try Self.read(
      VectorFiles.binary([("監視", [1, -2, 0.5]), ("slo", [10, 0, 6])], lineFeeds: lineFeeds))
    #expect(vectors.words == ["監視", "slo"])
    #expect(vectors["監視"].map(Array.init) == [1, -2, 0.5])
    #expect(vectors["slo"].map(Array.init) == [10, 0, 6])
  }

  @Test("words may hold spaces; they come out normalized")
  func words() throws {
    let vectors = try Self.read("3 2\nerror budget 1 2\nｶﾞﾝﾏ 3 4\nＳＬＯ 5 6\n")
    #expect(vectors.words == ["error budget", "ガンマ", "slo"])
  }

  struct Duplicate: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var word: String
    var vector: [Float]
  }

  static let duplicates = [
    Duplicate(
      testDescription: "exact after", text: "AWS 1 1\naws 2 2\nAws 3 3\n", word: "aws",
      vector: [2, 2]),
    Duplicate(
      testDescription: "exact before", text: "aws 2 2\nAWS 1 1\n", word: "aws", vector: [2, 2]),
    Duplicate(
      testDescription: "no exact: the first", text: "AWS 1 1\nAws 3 3\n", word: "aws",
      vector: [1, 1]),
    Duplicate(
      testDescription: "exact twice: the first", text: "aws 1 1\naws 3 3\n", word: "aws",
      vector: [1, 1]),
    Duplicate(
      testDescription: "equal in Swift, written otherwise, before",
      text: "か\u{3099} 1 1\nが 2 2\n", word: "が", vector: [2, 2]),
    Duplicate(
      testDescription: "equal in Swift, written otherwise",
      text: "が 1 1\nか\u{3099} 2 2\n", word: "が", vector: [1, 1]),
  ]

  @Test("of one word written twice, its normal form wins", arguments: duplicates)
  func normalForm(_ example: Duplicate) throws {
    let vectors = try Self.read("\(example.text.split(separator: "\n").count) 2\n" + example.text)
    #expect(vectors.words == [example.word])
    #expect(vectors[example.word].map(Array.init) == example.vector)
  }

  @Test("are the same after a round trip through the compact form")
  func roundTrip() throws {
    let vectors = try Self.read("3 2\n監視 1 2\nslo 3 4\nerror budget 5 6\n").named("chiVe")
    let folder = try TemporaryFolder()
    let path = folder.path + "/compact"
    try WordVectorFile.write(vectors, to: path)
    let again = try WordVectorReader.read(from: path)
    #expect(again.words == vectors.words)
    #expect(again.rows == vectors.rows)
    #expect(again.values == vectors.values)
    #expect(again.dimension == 2)
    #expect(again.source == "chiVe")
    #expect(again["error budget"].map(Array.init) == [5, 6])
    try WordVectorFile.write(again, to: folder.path + "/twice")
    #expect(try folder.bytes(of: "twice") == folder.bytes(of: "compact"))
    #expect(again.named(nil).source == "chiVe")
  }
}
