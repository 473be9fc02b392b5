import Foundation
import TestSupport
import Testing

@testable import Ingestion

@Suite("A child process")
struct ChildProcessTests {
  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let outcome = try ChildProcess.run(program, arguments)
    #expect(outcome.messages == [])
    #expect(outcome.status == 0)
    return String(decoding: outcome.output, as: UTF8.self)
  }

  private func shell(_ script: String, _ limits: ChildLimits = ChildLimits()) throws -> Int32 {
    try ChildProcess.run("/bin/sh", ["-c", script], limits: limits).status
  }

  @Test("has its limits from its first instruction")
  func limits() throws {
    // Seconds, KB of address space, blocks of 512 bytes, files, and blocks of a core.
    let script = "ulimit -t; ulimit -v; ulimit -f; ulimit -n; ulimit -c"
    #expect(try output("/bin/sh", ["-c", script]) == "60\n524288\n524288\n1024\n0\n")
  }

  @Test("gets no descriptor but its streams, and of the environment PATH alone")
  func inheritsNothing() throws {
    // One that is not marked to be closed, as another library may leave it.
    let descriptor = open("/dev/null", O_RDONLY)
    defer { close(descriptor) }
    // The fourth is the folder that is listed.
    #expect(try output("/bin/ls", ["/proc/self/fd"]) == "0\n1\n2\n3\n")
    let variables = try output("/usr/bin/env", []).split(separator: "\n").map {
      $0.prefix { $0 != "=" }
    }
    #expect(variables.sorted() == ["LC_ALL", "PATH"])
    #expect(try output("/bin/cat", []) == "")
  }

  @Test("ignores and blocks no signal, whatever this process does")
  func signals() throws {
    let status = try output("/bin/cat", ["/proc/self/status"]).split(separator: "\n")
    for name in ["SigBlk:\t", "SigIgn:\t", "SigCgt:\t"] {
      let mask = try #require(status.first { $0.hasPrefix(name) }).dropFirst(name.count)
      // From 32 on they are the threading library's own.
      #expect(try #require(UInt64(mask, radix: 16)) & 0x7FFF_FFFF == 0)
    }
    #expect(status.contains("NoNewPrivs:\t1"))
    #expect(try shell("kill -PIPE $$") == -SIGPIPE)
  }

  @Test("cannot take more memory, time or disk than it is given")
  func hostile() throws {
    #expect(
      try shell("dd if=/dev/zero of=/dev/null bs=900M count=1 2>&1 | grep -q exhausted") == 0)
    #expect(
      try shell("while :; do :; done", ChildLimits(processorSeconds: 1)) == -SIGKILL)
    let folder = try TemporaryFolder()
    var limits = ChildLimits()
    limits.fileByteCount = 100_000
    #expect(
      try shell("exec head -c 300000 /dev/zero > '\(folder.path)/big'", limits) == -SIGXFSZ)
    #expect(try folder.bytes(of: "big").count == 100_000)
    #expect(throws: ChildProcess.Failure.outputLimit) {
      try shell("yes", ChildLimits(outputByteCount: 1000))
    }
    #expect(throws: ChildProcess.Failure.timeLimit) {
      try shell("trap '' TERM INT HUP; sleep 60", ChildLimits(wallClock: .milliseconds(200)))
    }
  }

  @Test("leaves no child of its own behind", .timeLimit(.minutes(10)))
  func grandchildren() throws {
    let number = try output("/bin/sh", ["-c", "sleep 600 > /dev/null 2>&1 & echo $!"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
    // Gone, or dead and not yet waited for by its new parent.
    while let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
      !stat.contains(") Z ")
    { usleep(1000) }
  }

  @Test("that cannot be started says why")
  func notStarted() throws {
    #expect(throws: ChildProcess.Failure.notFound) { try ChildProcess.run("no-such-program", []) }
    #expect(throws: ChildProcess.Failure.notStarted(EACCES)) {
      try ChildProcess.run("/dev/null", [])
    }
  }
}
