import Foundation
import TestSupport
import Testing

/// What a program, and all that it starts, asks of the system that has to do with networks.
struct NetworkTrace {
  /// The run of the program.
  let run: CommandRun
  /// The system calls, one a line.
  let calls: String

  private static let tracer = "/usr/bin/strace"

  /// Whether there is a tracer, and it may trace.
  static let isPossible =
    FileManager.default.isExecutableFile(atPath: tracer)
    && (try? CommandRun(["-f", "-qq", "/bin/true"], program: tracer).status) == 0

  static let missing: Comment = "strace is not installed, or may trace nothing here"

  /// Runs a program in a folder, where the trace goes too.
  init(of program: String, _ arguments: [String], in folder: TemporaryFolder) throws {
    let options = ["-f", "-qq", "-e", "signal=none", "-e", "trace=network", "-o", "calls"]
    run = try CommandRun(
      options + [program] + arguments, in: folder.path, program: Self.tracer)
    calls = try folder.text(of: "calls")
  }
}
