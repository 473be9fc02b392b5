import Foundation
import Shogen
import TestSupport
import Testing

@Suite("Help, version, completions")
struct HelpTests {
  static let verbs = [
    "classify", "ingest", "train", "evaluate", "review", "explain", "keywords", "tokenize",
    "map", "compare", "lexicon", "model", "export", "vectors", "bench", "manual",
  ]

  /// Help with the one number that depends on the machine taken out.
  static func help(_ arguments: [String]) throws -> String {
    let run = try CommandRun(arguments + ["--help"], environment: ["COLUMNS": "80"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    let cores = "(default: \(ProcessInfo.processInfo.activeProcessorCount))"
    return run.output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasSuffix("depend on it. " + cores)
        ? line.replacing(cores, with: "(default: N)") : line[...]
    }.joined(separator: "\n")
  }

  @Test("help of the command is as recorded, and names every verb and exit code")
  func overview() throws {
    let help = try Self.help([])
    for verb in Self.verbs { #expect(help.contains("\n  \(verb) ")) }
    for code in ["0", "1", "2", "64", "65", "66", "74"] { #expect(help.contains("\(code)")) }
    try Snapshot.expect(help, named: "help")
  }

  @Test("help of a verb is as recorded", arguments: verbs)
  func verb(name: String) throws {
    let help = try Self.help([name])
    #expect(help.contains("USAGE: shogen \(name)"))
    try Snapshot.expect(help, named: "help-\(name)")
  }

  @Test("the version names ICU and Unicode, and what cuts words")
  func version() throws {
    let run = try CommandRun(["--version"])
    #expect(run.status == 0)
    #expect(
      run.output == """
        \(ShogenVersion.number) (ICU \(UnicodeVersions.icu), Unicode \(UnicodeVersions.unicode))
        words are cut by tables made from the rules and the dictionary of ICU \(UnicodeVersions.icu)

        """)
    let first = try #require(run.lines.first)
    #expect(first.wholeMatch(of: /\d+\.\d+\.\d+ \(ICU \d+\.\d+, Unicode \d+\.\d+\)/) != nil)
  }

  @Test("completion scripts name every verb", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let run = try CommandRun(["--generate-completion-script", shell])
    #expect(run.status == 0)
    for verb in Self.verbs { #expect(run.output.contains(verb)) }
    guard shell == "bash" else { return }
    let folder = try TemporaryFolder()
    try folder.write(run.output, to: "shogen.bash")
    let check = try CommandRun(["-n", "shogen.bash"], in: folder.path, program: "/bin/bash")
    #expect(check.status == 0)
    #expect(check.errors == "")
  }
}
