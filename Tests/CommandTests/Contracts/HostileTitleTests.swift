import Foundation
import TestSupport
import Testing

@Suite("Hostile titles")
struct HostileTitleTests {
  /// Titles as JSON strings.
  static let titles = [
    String(repeating: "とても長い日本語の題名", count: 30),
    String(repeating: "ﾊﾝｶｸﾀﾞｸﾃﾝ", count: 20),
    String(repeating: "👩‍👩‍👧‍👦🇯🇵👍🏽❤️", count: 30),
    String(repeating: "か\u{3099}e\u{301}", count: 60),
    #"\u001b[2J\u001b]0;owned\u0007消去\u009b31m"#,
    #"一行目\n二行目\r\n三行目\u2028四行目\u2029\u0085五\t六"#,
    #"\u202e逆さ\u2066まに"#,
    #"\u0000\u0008\u007f"#,
    #"\"引用\",と\\コンマ"#,
    "",
  ]

  private static let input = titles.enumerated().map { index, title in
    #"{"id":"id\#(index)","title":"\#(title)","text":"監視\u001b[31mの\tSLO"}"# + "\n"
  }.joined()

  /// What steers a terminal, line ends aside.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test("leave the table in 80 columns, a line a talk, aligned")
  func table() throws {
    let fixture = try CommandFixture.shared()
    let run = try CommandRun(["classify", "-", "--model", fixture.model], input: Self.input)
    #expect(run.status == 0)
    let lines = run.lines
    let map = try #require(lines.firstIndex(of: "組織の範囲"))
    #expect(lines[map - 2].hasPrefix("! doubtful: "))
    #expect(map == Self.titles.count + 3)
    for line in lines { #expect(TerminalWidth.of(line) <= 80) }
    for line in lines[1...Self.titles.count] {
      let place = try #require(line.range(of: "基本的な技術 0."))
      #expect(TerminalWidth.of(line[..<place.lowerBound]) == 48)
    }
    #expect(lines[Self.titles.count].hasPrefix("id9 "))
    #expect(lines[map + 2] == "独立   │           10 │            0")
    #expect(!run.output.unicodeScalars.contains(where: Self.steers))
  }

  @Test("never steer the terminal, whatever the verb prints")
  func otherVerbs() throws {
    let fixture = try CommandFixture.shared()
    for index in Self.titles.indices {
      let run = try CommandRun(
        ["explain", "-", "--model", fixture.model, "--id", "id\(index)"], input: Self.input)
      #expect(run.status == 0)
      #expect(!run.output.unicodeScalars.contains(where: Self.steers))
    }
    for verb in ["keywords", "tokenize"] {
      let run = try CommandRun([verb, "-"], input: Self.input)
      #expect(run.status == 0)
      #expect(!run.output.unicodeScalars.contains(where: Self.steers))
    }
  }

  @Test("nor do ids and labels in messages")
  func messages() throws {
    let fixture = try CommandFixture.shared()
    let input = #"{"id":"\u001b[2J\na","title":"x","labels":{"depth":"\u001b[31m"}}"# + "\n"
    let unknown = try CommandRun(
      ["explain", "-", "--model", fixture.model, "--id", "b"], input: input)
    let labels = try CommandRun(
      ["evaluate", "-", "--model", fixture.model], input: input + input)
    for run in [unknown, labels] {
      #expect(run.errors.contains("[2J a") || run.errors.contains("[31m"))
      #expect(!run.errors.unicodeScalars.contains(where: Self.steers))
      #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("shogen: ") })
    }
  }

  @Test("come back from JSON lines as they were, but for control characters")
  func jsonLines() throws {
    let fixture = try CommandFixture.shared()
    let run = try CommandRun(
      ["classify", "-", "--model", fixture.model, "--format", "jsonl"], input: Self.input)
    let titles = try run.lines.map { try jsonObject($0)["title"] as? String }
    var wanted = try Self.input.split(separator: "\n").map {
      try jsonObject($0)["title"] as? String
    }
    wanted[4] = "[2J]0;owned消去31m"
    wanted[5] = "一行目\n二行目\n三行目\u{2028}四行目\u{2029}\n五\t六"
    wanted[6] = "逆さまに"
    wanted[7] = ""
    #expect(titles == wanted)
    #expect(titles.count == Self.titles.count)
  }
}
