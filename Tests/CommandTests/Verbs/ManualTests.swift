import Foundation
import TestSupport
import Testing

@Suite("The manual page")
struct ManualTests {
  private static let page = Result { try CommandRun(["manual"]) }

  /// The page with its escapes of characters undone.
  private static func text() throws -> String {
    try page.get().output
      .replacing(/\\\[u([0-9A-F]{4,6})\]/) { match in
        UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "?"
      }
      .replacing("\\-", with: "-").replacing("\\(aq", with: "'").replacing("\\(dq", with: "\"")
      .replacing("\\(ha", with: "^").replacing("\\(ti", with: "~").replacing("\\(ga", with: "`")
  }

  @Test("is plain ASCII, so that no locale loses a character")
  func ascii() throws {
    let run = try Self.page.get()
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix(".TH SHOGEN 1 "))
    #expect(run.output.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
  }

  @Test("keeps every Japanese word of the help")
  func japanese() throws {
    let text = try Self.text()
    let help = try HelpTests.verbs.map { try CommandRun([$0, "--help"]).output }.joined()
    let words = Set(help.matches(of: /[\p{Han}\p{Hiragana}\p{Katakana}ー]+/).map { String($0.0) })
    #expect(words.count == 3)
    for word in words { #expect(text.contains(word)) }
    #expect(text.contains("--title 可観測性の会 -o map.html"))
  }

  @Test("has every verb, and every option of every verb, with what it means")
  func complete() throws {
    let text = try Self.text()
    let dump = try jsonObject(try CommandRun(["--experimental-dump-help"]).output)
    let command = try #require(dump["command"] as? [String: Any])
    let verbs = try #require(command["subcommands"] as? [[String: Any]])
    var count = 0
    for verb in verbs {
      let name = try #require(verb["commandName"] as? String)
      guard name != "help" else { continue }
      let start = try #require(text.range(of: ".SS shogen \(name)\n")).upperBound
      let rest = text[start...]
      let end = [".SS ", ".SH "].compactMap { rest.range(of: "\n" + $0)?.lowerBound }.min()
      let section = rest[..<(end ?? rest.endIndex)]
      #expect(section.contains(try #require(verb["abstract"] as? String)))
      for argument in verb["arguments"] as? [[String: Any]] ?? [] {
        let names = argument["names"] as? [[String: String]] ?? []
        if ["version", "help"].contains(argument["valueName"] as? String) { continue }
        for option in names {
          let typed = (option["kind"] == "long" ? "--" : "-") + (option["name"] ?? "?")
          #expect(section.contains("\\fB\(typed)\\fR"), "\(name) \(typed)")
        }
        count += 1
        #expect(section.contains(try #require(argument["abstract"] as? String)))
      }
    }
    #expect(count > 100)
    #expect(HelpTests.verbs.allSatisfy { text.contains("\n.SS shogen \($0)\n") })
    for name in ["EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"] {
      #expect(text.contains("\n.SH \(name)\n"))
    }
  }

  @Test("does not depend on the machine")
  func machine() throws {
    let run = try CommandRun(["manual"], environment: [:])
    #expect(run.output == (try Self.page.get().output))
    #expect(!run.output.contains("does not depend on it. (default"))
  }

  @Test("does not begin a line with what would be a request, and breaks no escape")
  func requests() throws {
    let known = [".TH ", ".SH ", ".SS ", ".PP", ".TP", ".IP", ".br", ".nf", ".fi", ".RS", ".RE"]
    for line in try Self.page.get().lines {
      #expect(!line.hasPrefix("'"))
      #expect(!line.hasPrefix(".") || known.contains { line.hasPrefix($0) })
      #expect(
        line.replacing(/\\(?:\[u[0-9A-F]{4,6}\]|f[BIR]|\([a-z]{2}|[-e&])/, with: "").contains("\\")
          == false)
    }
  }

  @Test(
    "is set by the system's programs without a warning",
    arguments: [
      ["groff", "-Tutf8", "-mandoc", "-ww", "-rLL=78n"], ["mandoc", "-T", "lint", "-W", "warning"],
    ].filter { FileManager.default.isExecutableFile(atPath: "/usr/bin/" + $0[0]) })
  func typeset(program: [String]) throws {
    let run = try CommandRun(
      Array(program.dropFirst()), input: try Self.page.get().output, environment: [:],
      program: "/usr/bin/" + program[0])
    #expect(run.status == 0)
    #expect(run.errors == "")
    if program[0] == "groff" {
      #expect(run.output.contains("可観測性の会"))
    } else {
      #expect(run.output == "")
    }
  }
}
