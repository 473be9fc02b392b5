import Foundation
import Shogen
import TestSupport
import Testing

@Suite("Files in other encodings")
struct IngestEncodingTests {
  struct Encoding: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var encoding: String.Encoding
    var mark: [UInt8] = []
  }

  static let encodings = [
    Encoding(testDescription: "CP932", encoding: .shiftJIS),
    Encoding(testDescription: "EUC-JP", encoding: .japaneseEUC),
    Encoding(testDescription: "UTF-16 big endian", encoding: .utf16BigEndian, mark: [0xFE, 0xFF]),
    Encoding(
      testDescription: "UTF-16 little endian", encoding: .utf16LittleEndian, mark: [0xFF, 0xFE]),
  ]

  private static let deck = "監視の話を始める\n---\n手順書をみんなで書く、ｱﾗｰﾄを減らす\n---\nおわり\n"

  private static func bytes(_ text: String, _ item: Encoding) throws -> [UInt8] {
    guard item.encoding == .japaneseEUC else {
      return item.mark + (try #require(text.data(using: item.encoding)))
    }
    return eucJP(Array(try #require(text.data(using: .shiftJIS))))
  }

  /// EUC-JP of Shift JIS, by the rows and cells of JIS X 0208: Foundation cannot
  /// write EUC-JP everywhere.
  private static func eucJP(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let first = Int(bytes[index])
      index += 1
      if first < 0x80 {
        result.append(UInt8(first))
      } else if (0xA1...0xDF).contains(first) {
        result += [0x8E, UInt8(first)]
      } else {
        let second = Int(bytes[index])
        index += 1
        let isEven = second >= 0x9F
        let row = 2 * (first - (first < 0xA0 ? 0x81 : 0xC1)) + (isEven ? 2 : 1)
        let cell = second - (isEven ? 0x9E : second > 0x7F ? 0x40 : 0x3F)
        result += [UInt8(row + 0xA0), UInt8(cell + 0xA0)]
      }
    }
    return result
  }

  @Test("are ingested to the same talk, and the conversion is told", arguments: encodings)
  func ingested(_ item: Encoding) throws {
    let folder = try TemporaryFolder()
    try folder.write(try Self.bytes(Self.deck, item), to: "talk.txt")
    let run = try CommandRun(["ingest", "talk.txt"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "")
    try folder.write(Self.deck, to: "talk.txt")
    let plain = try CommandRun(["ingest", "talk.txt"], in: folder.path)
    #expect(plain.output.contains(#""mended":{}"#))
    #expect(
      run.output
        == plain.output.replacing(#""mended":{}"#, with: #""mended":{"converted-encoding":1}"#))
  }

  @Test("are placed as the same text in UTF-8 is", arguments: encodings)
  func classified(_ item: Encoding) throws {
    let folder = try TemporaryFolder()
    let model = try CommandFixture.shared().model
    let arguments = ["classify", "talk.txt", "--model", model, "--format", "jsonl"]
    try folder.write(try Self.bytes(Self.deck, item), to: "talk.txt")
    let run = try CommandRun(arguments, in: folder.path)
    try folder.write(Self.deck, to: "talk.txt")
    let plain = try CommandRun(arguments, in: folder.path)
    #expect(run.status == 0)
    #expect(run.output == plain.output)
    #expect(!run.output.contains("damaged-text"))
  }

  @Test("may be programmes", arguments: encodings)
  func programmes(_ item: Encoding) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      try Self.bytes("監視の話を始める\n障害の話を終える\n", item), to: "p.txt")
    let run = try CommandRun(
      ["ingest", "-", "--report", "--programme", "p.txt"], input: "監視の話を始める\n本文\n",
      in: folder.path)
    #expect(run.status == 0)
    #expect(
      run.output.hasSuffix("programme: slides of 1 of 2 talks\n  no slides: 障害の話を終える\n"))
  }

  @Test("are converted as tables, told with the first row", arguments: encodings)
  func tables(_ item: Encoding) throws {
    let folder = try TemporaryFolder()
    let table = "title,text\n監視の話を始める,手順書をみんなで書く\n障害の話,当番を決める\n"
    try folder.write(try Self.bytes(table, item), to: "t.csv")
    let run = try CommandRun(["ingest", "t.csv"], in: folder.path)
    #expect(run.status == 0)
    #expect(run.errors == "")
    try folder.write(table, to: "t.csv")
    let plain = try CommandRun(["ingest", "t.csv"], in: folder.path)
    #expect(run.lines.count == 2)
    #expect(run.lines[1] == plain.lines[1])
    #expect(
      run.lines[0]
        == plain.lines[0].replacing(
          #""mended":{}"#, with: #""mended":{"converted-encoding":1}"#))
  }
}
