import Foundation
import Shogen
import TestSupport
import Testing

/// Runs every `console` block of README.md and compares what it prints.
///
/// With RECORD_SNAPSHOTS=1 the blocks are rewritten instead.
@Suite("README")
struct ReadmeTests {
  @Test("shows what its commands print")
  func showsWhatCommandsPrint() throws {
    let path = Repository.path("README.md")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let folder = try TemporaryFolder()
    for name in ["Corpora", "Models", "Sources"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: Repository.path(name))
    }
    var blocks = ConsoleBlocks(text)
    #expect(blocks.commandCount >= 8, "README lost its examples")
    try blocks.rewrite { command in try Self.output(of: command, in: folder.path) }
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try blocks.text.write(toFile: path, atomically: true, encoding: .utf8)
    } else if blocks.text != text {
      let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
      let real = blocks.text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = zip(shown, real).enumerated().first { $1.0 != $1.1 }
      Issue.record(
        """
        README.md:\((line?.offset ?? min(shown.count, real.count)) + 1) shows
        \(line?.element.0 ?? "") where the command prints
        \(line?.element.1 ?? ""); record with RECORD_SNAPSHOTS=1
        """)
    }
  }

  /// What a command prints on standard output and standard error, as bash runs it
  /// with the built `shogen` on its path.
  private static func output(of command: String, in folder: String) throws -> String {
    let scratch = try TemporaryFolder()
    let path = try scratch.write("", to: "output")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", command + " 2>&1"]
    process.currentDirectoryURL = URL(filePath: folder)
    let tools = URL(filePath: CommandRun.executable).deletingLastPathComponent().path
    process.environment = ["PATH": tools + ":/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: path))
    try process.run()
    process.waitUntilExit()
    return try scratch.text(of: "output")
  }
}

/// The `console` blocks of a Markdown text.
private struct ConsoleBlocks {
  private(set) var text: String

  init(_ text: String) { self.text = text }

  var commandCount: Int {
    text.split(separator: "\n").count(where: { $0.hasPrefix("$ ") })
  }

  /// Replaces what stands below each command by what `run` gives for it.
  mutating func rewrite(_ run: (String) throws -> String) throws {
    var lines: [String] = []
    var isConsole = false
    var command: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line == "```console" {
        isConsole = true
      } else if line == "```" {
        isConsole = false
      } else if isConsole {
        let isContinued = command?.hasSuffix("\\") ?? false
        guard line.hasPrefix("$ ") || isContinued else { continue }
        lines.append(line)
        command = isContinued ? (command ?? "") + "\n" + line : String(line.dropFirst(2))
        guard let complete = command, !complete.hasSuffix("\\") else { continue }
        let output = try run(complete)
        let printed = output.hasSuffix("\n") ? String(output.dropLast()) : output
        if !printed.isEmpty { lines.append(printed) }
        continue
      }
      lines.append(line)
    }
    text = lines.joined(separator: "\n")
  }
}
