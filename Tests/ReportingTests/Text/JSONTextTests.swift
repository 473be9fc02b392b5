import Foundation
import Testing

@testable import Reporting

@Suite("JSON text")
struct JSONTextTests {
  /// Reads a text back by Foundation, which has no part in writing it.
  private func parsed(_ json: JSONText) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(json.text.utf8), options: .fragmentsAllowed)
  }

  @Test("escapes what JSON asks for and what breaks lines")
  func literals() {
    #expect(JSONText.string(#"a"b\c"#).text == #""a\"b\\c""#)
    #expect(JSONText.string("\n\r\t").text == #""\n\r\t""#)
    #expect(JSONText.string("\0\u{8}\u{1F}\u{7F}").text == #""\u0000\u0008\u001f\u007f""#)
    #expect(JSONText.string("\u{2028}\u{2029}").text == #""\u2028\u2029""#)
    #expect(JSONText.string("監視/é👍").text == #""監視/é👍""#)
    #expect(JSONText.string("").text == #""""#)
  }

  @Test("reads back as the same text, for every control character and more")
  func roundTrip() throws {
    let controls = (0...0x9F).compactMap(Unicode.Scalar.init).map(String.init)
    let more = [
      "\u{2028}", "\u{2029}", "\u{FEFF}", "e\u{301}", "👩‍👩‍👧‍👦", "\r\n", "\u{10FFFF}", #"\u0041"#,
    ]
    for text in controls + more {
      let back = try #require(try parsed(.string("a\(text)b")) as? String)
      #expect(Array(back.unicodeScalars) == Array("a\(text)b".unicodeScalars))
    }
  }

  @Test("keeps a text on one line")
  func oneLine() {
    let all = String(String.UnicodeScalarView((0...0x2100).compactMap(Unicode.Scalar.init)))
    let text = JSONText.string(all).text
    #expect(
      !text.unicodeScalars.contains { $0.value < 0x20 || (0x2028...0x2029).contains($0.value) })
  }

  @Test(
    "writes the shortest decimal that reads back as the same number",
    arguments: [
      0.1, -0.25, 1, 1.0 / 3, 1e300, .leastNonzeroMagnitude, 1e16, 123_456_789.125,
      .greatestFiniteMagnitude,
    ] as [Double])
  func numbers(value: Double) throws {
    let back = try #require(try parsed(.number(value)) as? Double)
    #expect(back == value)
  }

  @Test("has no minus zero, and null for what is no number")
  func noNumbers() {
    #expect(JSONText.number(-0.0).text == "0.0")
    #expect(JSONText.number(0.5).text == "0.5")
    #expect(JSONText.number(.nan).text == "null")
    #expect(JSONText.number(.infinity).text == "null")
    #expect(JSONText.number(-.infinity).text == "null")
    #expect(JSONText.integer(.min).text == "-9223372036854775808")
  }

  @Test("keeps the order of members, escapes their names, leaves out nil")
  func objects() {
    let object = JSONText.object([
      ("b", .integer(1)), ("a\"", .null), ("gone", nil), ("c", .array([.string("x"), .number(2)])),
    ])
    #expect(object.text == #"{"b":1,"a\"":null,"c":["x",2.0]}"#)
    #expect(JSONText.object([]).text == "{}")
    #expect(JSONText.array([]).text == "[]")
  }
}
