import Testing

@testable import Ingestion

@Suite("The JSON parser")
struct JSONParserTests {
  private let location = SourceLocation(path: "a.jsonl", line: 3)

  private func reason(_ text: String) -> String? { reason(Array(text.utf8)) }

  private func reason(_ bytes: [UInt8]) -> String? {
    var json = JSONParser()
    do throws(IngestionError) {
      try json.parse(bytes, at: location)
      return nil
    } catch {
      #expect(error.location == location)
      return error.reason
    }
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var text: String
    var reason: String
    var testDescription: String { text }
  }

  @Test(
    "refuses what is not JSON and says why",
    arguments: [
      Refused(text: "", reason: "not valid JSON: there is nothing"),
      Refused(text: " \t ", reason: "not valid JSON: there is nothing"),
      Refused(text: #"{"a":"b"#, reason: "not valid JSON: a string is not closed"),
      Refused(
        text: "{\"a\":\"b\u{0}\"}",
        reason: "not valid JSON: a string holds a bare control character"),
      Refused(
        text: #"{"a":"\x"}"#,
        reason: "not valid JSON: a string has an unknown escape or half of a surrogate pair"),
      Refused(text: #"{"a":01}"#, reason: "not valid JSON: a number is malformed"),
      Refused(text: #"{"a":-}"#, reason: "not valid JSON: a number is malformed"),
      Refused(text: #"{"a":1.}"#, reason: "not valid JSON: a number is malformed"),
      Refused(text: #"{"a":1e}"#, reason: "not valid JSON: a number is malformed"),
      Refused(
        text: #"{"a":tru}"#, reason: "not valid JSON: a word is none of true, false and null"),
      Refused(
        text: #"{"a":nulls}"#, reason: "not valid JSON: a word is none of true, false and null"),
      Refused(text: #"{"a":NaN}"#, reason: "not valid JSON"),
      Refused(text: #"{"a":1"#, reason: "not valid JSON"),
      Refused(text: #"{"a" 1}"#, reason: "not valid JSON"),
      Refused(text: #"{a:1}"#, reason: "not valid JSON"),
      Refused(text: #"{"a":1,}"#, reason: "not valid JSON"),
      Refused(text: #"[1,]"#, reason: "not valid JSON"),
      Refused(text: #"[1 2]"#, reason: "not valid JSON"),
      Refused(text: #"{"a":[1 2]}"#, reason: "not valid JSON"),
      Refused(text: #"{"a":{"b":[}]}"#, reason: "not valid JSON"),
      Refused(text: "]", reason: "not valid JSON"),
      Refused(text: "{\"a\":\0}", reason: "not valid JSON"),
      Refused(text: "1 2", reason: "not valid JSON: something follows the value"),
      Refused(text: #""a" 1"#, reason: "not valid JSON: something follows the value"),
      Refused(text: "{}}", reason: "not valid JSON: something follows the value"),
    ])
  func refuses(_ refused: Refused) { #expect(reason(refused.text) == refused.reason) }

  @Test(
    "refuses half of a surrogate pair, in values and names",
    arguments: [
      #"{"a":"\ud800"}"#, #"{"a":"\udc00"}"#, #"{"a":"\ud83dx"}"#, #"{"a":"\ud83d\u0041"}"#,
      #"{"a":"\ud83d\ud83d"}"#, #"{"\udfff":1}"#,
    ])
  func surrogates(_ text: String) {
    #expect(
      reason(text)
        == "not valid JSON: a string has an unknown escape or half of a surrogate pair")
  }

  @Test(
    "refuses bytes that are not UTF-8",
    arguments: [
      [0xFF], [0xE3, 0x81], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func notUTF8(_ bad: [UInt8]) {
    #expect(
      reason(Array(#"{"a":"#.utf8) + [0x22] + bad + [0x22, 0x7D])?
        .hasSuffix("is not valid UTF-8") == true)
  }

  @Test("stands depth bombs, open and closed")
  func depth() {
    let open = String(repeating: "[", count: 100_000)
    let close = String(repeating: "]", count: 100_000)
    #expect(reason(open) == "not valid JSON")
    #expect(reason(open + close) == "JSON nested deeper than 512 containers")
    #expect(reason(#"{"a":"# + open + close + "}") == "JSON nested deeper than 512 containers")
    let objects = String(repeating: #"{"a":"#, count: 100_000)
    #expect(
      reason(objects + "1" + String(repeating: "}", count: 100_000))
        == "JSON nested deeper than 512 containers")
    #expect(reason(String(repeating: "[", count: 512) + String(repeating: "]", count: 512)) == nil)
  }

  @Test("refuses more values than memory should hold")
  func tooMany() {
    for bytes in [
      Array(("[" + String(repeating: "0,", count: 1_048_576) + "0]").utf8),
      [UInt8](repeating: UInt8(ascii: ","), count: 4_300_000),
    ] {
      #expect(reason(bytes) == "more than 1048576 JSON values in one talk")
    }
    #expect(reason("[" + String(repeating: "0,", count: 1_048_574) + "0]") == nil)
  }

  @Test("gives each value as it stands in the text")
  func rawText() throws {
    var json = JSONParser()
    let text =
      #" { "a" : [1, {"x" : []} ] , "b":-1.50E+2,"c":"\n","d":{} ,"e":12345678901234567890123, "f": null } "#
    try json.parse(Array(text.utf8), at: location)
    var members = json.cursor(over: .root)
    var found: [String] = []
    while let (name, value) = json.nextMember(&members) {
      found.append(name + "=" + json.rawText(value))
    }
    #expect(
      found == [
        #"a=[1, {"x" : []} ]"#, "b=-1.50E+2", #"c="\n""#, "d={}", "e=12345678901234567890123",
        "f=null",
      ])
  }

  @Test("decodes escapes")
  func escapes() throws {
    var json = JSONParser()
    try json.parse(Array(#""\"\\\/\b\f\n\r\t\u3042\ud83d\ude00\u0000か""#.utf8), at: location)
    #expect(json.string(.root) == "\"\\/\u{8}\u{C}\n\r\tあ😀\0か")
  }

  @Test("is reused after errors, long texts and short ones")
  func reuse() throws {
    var json = JSONParser()
    let long = Array(("[" + String(repeating: #""あいうえお\n","#, count: 220_000) + "1]").utf8)
    for _ in 0..<2 {
      try json.parse(long, at: location)
      #expect(json.kind(of: .root) == .array)
      #expect(throws: IngestionError.self) { try json.parse([0x7B], at: location) }
      #expect(json.kind(of: .root) == nil)
      #expect(json.rawText(.root) == "")
      try json.parse(Array("true".utf8), at: location)
      #expect(json.boolean(.root) == true)
    }
  }

  @Test("reads numbers as whole numbers and identifiers where they are")
  func numbers() throws {
    var json = JSONParser()
    let cases: [(String, Int?, String?)] = [
      ("3", 3, "3"), ("3.0", 3, "3"), ("3e2", 300, "300"), ("3.5", nil, nil), ("-0", 0, "0"),
      ("9223372036854775807", .max, "9223372036854775807"),
      ("9223372036854775808", nil, "9223372036854775808"), ("1e999", nil, nil),
      (#""7""#, nil, "7"), ("true", nil, nil),
    ]
    for (text, integer, identifier) in cases {
      try json.parse(Array(text.utf8), at: location)
      #expect(json.integer(.root) == integer)
      #expect(json.identifier(.root) == identifier)
    }
  }
}
