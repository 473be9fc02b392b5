import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("Encoding conversion")
struct EncodingConversionTests {
  private let location = SourceLocation(path: "a.txt", line: 5)

  private func converted(
    _ bytes: [UInt8]
  ) throws(IngestionError) -> (text: String?, notes: ReadingNotes) {
    var notes = ReadingNotes()
    let result = try EncodingConversion.utf8(from: bytes, at: location, notes: &notes)
    return (String(validating: result, as: UTF8.self), notes)
  }

  /// Text in an encoding of the C library.
  private func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let converter = try #require(iconv_open(encoding, "UTF-8"))
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 4 * input.count + 16)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, fromLeft) = (input.baseAddress, input.count)
        var (to, toLeft) = (output.baseAddress, output.count)
        let status = iconv(converter, &from, &fromLeft, &to, &toLeft)
        return status == 0 ? output.count - toLeft : 0
      }
    }
    guard written > 0 else { throw CocoaError(.fileWriteInapplicableStringEncoding) }
    return output[..<written].map { UInt8(bitPattern: $0) }
  }

  private static let text = """
    障害対応の基本
    オンコールを 3 人で回すとき、①当番表 ②手順書 ③ふりかえり が要る。
    「誰が」「いつ」「何を」見るのか――SLO と監視を決める(2026 年版)
    """

  @Test("leaves UTF-8 as it is, without the byte order mark")
  func utf8() throws {
    for text in ["", "a", Self.text, "a\0b", "\u{10FFFF}", "Ελληνικά বাংলা עברית"] {
      let plain = try converted(Array(text.utf8))
      #expect(plain.text == text)
      #expect(plain.notes == ReadingNotes())
      let marked = try converted([0xEF, 0xBB, 0xBF] + Array(text.utf8))
      #expect(marked.text == text)
    }
  }

  @Test("reads a few words in each encoding")
  func fewWords() throws {
    let cases: [(text: String, bytes: [UInt8])] = [
      (
        "障害対応の基本\n",
        [
          0x8F, 0xE1, 0x8A, 0x51, 0x91, 0xCE, 0x89, 0x9E, 0x82, 0xCC, 0x8A, 0xEE, 0x96, 0x7B, 0x0A,
        ]
      ),
      (
        "障害対応の基本\n",
        [
          0xBE, 0xE3, 0xB3, 0xB2, 0xC2, 0xD0, 0xB1, 0xFE, 0xA4, 0xCE, 0xB4, 0xF0, 0xCB, 0xDC, 0x0A,
        ]
      ),
      (
        "障害対応の基本\n",
        [
          0x9C, 0x96, 0xB3, 0x5B, 0xFE, 0x5B, 0xDC, 0x5F, 0x6E, 0x30, 0xFA, 0x57, 0x2C, 0x67, 0x0A,
          0x00,
        ]
      ),
      (
        "障害対応の基本\n",
        [
          0x96, 0x9C, 0x5B, 0xB3, 0x5B, 0xFE, 0x5F, 0xDC, 0x30, 0x6E, 0x57, 0xFA, 0x67, 0x2C, 0x00,
          0x0A,
        ]
      ),
      ("監視", [0x8A, 0xC4, 0x8E, 0x8B]),
      ("監視", [0xB4, 0xC6, 0xBB, 0xEB]),
      ("ab", [0x61, 0x00, 0x62, 0x00]),
      ("ab", [0x00, 0x61, 0x00, 0x62]),
      ("あ", [0xFF, 0xFE, 0x42, 0x30]),
      ("あ", [0xFE, 0xFF, 0x30, 0x42]),
      ("あ", [0xFF, 0xFE, 0, 0, 0x42, 0x30, 0, 0]),
      ("あ", [0, 0, 0xFE, 0xFF, 0, 0, 0x30, 0x42]),
    ]
    for (text, bytes) in cases {
      let (result, notes) = try converted(bytes)
      #expect(result == text)
      #expect(notes[.convertedEncoding] == 1)
      #expect(notes[.replacementCharacters] == 0)
    }
  }

  @Test(
    "brings a text back from each encoding",
    arguments: ["CP932", "EUC-JP-MS", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"])
  func roundTrip(_ encoding: String) throws {
    for text in [Self.text, "<p>SRE</p>\n" + String(repeating: "a", count: 5_000) + "監視の話"] {
      let (result, notes) = try converted(encoded(text, encoding))
      #expect(result == text)
      #expect(notes.sorted.map(\.kind) == [.convertedEncoding])
    }
  }

  @Test("brings every shipped talk back from each encoding")
  func corpus() throws {
    for number in [1, 7, 23, 40] {
      let name = "Corpora/fictional-sre-talks/talk-0\(number < 10 ? "0" : "")\(number).txt"
      let whole = try String(contentsOfFile: Repository.path(name), encoding: .utf8)
      // The vendors' tables write some dashes and waves otherwise.
      let encodable = Set(whole).filter { character in
        ["CP932", "EUC-JP-MS"].allSatisfy { encoding in
          let bytes = try? encoded("の" + String(character), encoding)
          return (try? bytes.map(converted))??.text == "の" + String(character)
        }
      }
      let text = whole.filter { encodable.contains($0) }
      #expect(text.count > whole.count * 9 / 10)
      for encoding in ["CP932", "EUC-JP-MS", "UTF-16LE", "UTF-16BE"] {
        #expect(try converted(encoded(text, encoding)).text == text, "\(encoding) \(number)")
      }
    }
  }

  @Test("replaces stray bytes in UTF-8 and counts them")
  func stray() throws {
    var bytes = Array(String(repeating: Self.text, count: 10).utf8)
    bytes.insert(0xFF, at: 0)
    bytes += [0xE3, 0x81]
    let (text, notes) = try converted(bytes)
    #expect(text == "\u{FFFD}" + String(repeating: Self.text, count: 10) + "\u{FFFD}")
    #expect(notes.sorted.map(\.kind) == [.replacementCharacters])
    #expect(notes[.replacementCharacters] == 2)
  }

  @Test("replaces as Swift's own decoding does")
  func sameAsSwift() {
    var generator = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [
      [0x61], [0xC3, 0xA9], [0xE3, 0x81, 0x82], [0xF0, 0x9F, 0x98, 0x80], [0xE3, 0x81], [0x80],
      [0xFF], [0xED, 0xA0, 0x80], [0xF4, 0x90], [0xC0, 0x80], [0xE0, 0x80], [0xF0, 0x9F],
    ]
    for _ in 0..<500 {
      let bytes = (0..<12).flatMap { _ in pieces.randomElement(using: &generator) ?? [] }
      let damage = UTF8Damage(bytes)
      #expect(damage.repaired(bytes) == Array(String(decoding: bytes, as: UTF8.self).utf8))
      #expect((damage.sequenceCount == 0) == EncodingConversion.isUTF8(bytes))
    }
  }

  @Test("refuses UTF-8 with more damage, naming the line and both counts")
  func damaged() {
    let error = #expect(throws: IngestionError.self) {
      try converted(Array("あい\nう".utf8) + [0xFF, 0xFF] + Array("えお".utf8))
    }
    #expect(
      error?.description
        == "a.txt:6: 2 of 18 bytes are not valid UTF-8, and the text reads as neither CP932 "
        + "nor EUC-JP; convert it, for example with 'iconv -f ISO-8859-1 -t UTF-8'")
  }

  @Test("does not take other languages for Japanese")
  func otherLanguages() throws {
    let korean = String(repeating: "장애 대응과 모니터링 이야기를 합니다. ", count: 5)
    let chinese = String(repeating: "我们讨论监控和故障处理的方法。", count: 5)
    for bytes in [
      try encoded("Les résumés français à propos de la fiabilité, où ça échoue", "ISO-8859-1"),
      try encoded(korean, "EUC-KR"), try encoded(chinese, "GB2312"),
      try encoded("Надёжность и наблюдаемость систем", "KOI8-R"),
    ] {
      #expect(throws: IngestionError.self) { try converted(bytes) }
    }
  }

  @Test("refuses binary files and broken UTF-16")
  func binary() {
    let image: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48,
    ]
    let program = (0..<4000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }
    for bytes in [image, program] {
      let error = #expect(throws: IngestionError.self) { try converted(bytes) }
      #expect(error?.reason == "the file is binary, not text")
    }
    let halves: [UInt8] = [0xFF, 0xFE] + Array(repeating: [0x00, 0xD8], count: 400).joined()
    let error = #expect(throws: IngestionError.self) { try converted(halves) }
    #expect(error?.reason == "the text has the byte order mark of UTF-16LE but is not")
  }

  @Test("keeps UTF-16 with one broken unit and counts it")
  func brokenUnit() throws {
    let (text, notes) = try converted([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8])
    #expect(text == "a\u{FFFD}")
    #expect(notes[.replacementCharacters] == 1)
    #expect(try converted([0xFE, 0xFF, 0x00, 0x61, 0x00]).text == "a\u{FFFD}")
  }

  @Test("keeps CP932 cut within its last character")
  func cut() throws {
    let bytes = try encoded("監視の話をする", "CP932").dropLast()
    let (text, notes) = try converted(Array(bytes))
    #expect(text == "監視の話をす\u{FFFD}")
    #expect(notes[.replacementCharacters] == 1)
  }

  @Test("stands random bytes")
  func randomBytes() {
    var generator = SystemRandomNumberGenerator()
    for length in 0..<300 {
      let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      let result = try? converted(bytes)
      #expect(result == nil || result?.text != nil)
    }
  }
}
