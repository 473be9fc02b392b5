import Foundation
import Glibc
import TestSupport
import Testing

/// A headless Chromium of one test, spoken to by its debugging protocol over two pipes.
///
/// Used by one test, on one thread.
final class Browser {
  /// What went wrong in talking to it.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The program, where one is installed.
  static let program: String? = ["chromium-headless-shell", "chromium"].map { "/usr/bin/" + $0 }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Why tests are skipped where there is none.
  static let missing: Comment =
    "no headless Chromium is installed; `make test-browser` installs one and runs these tests"

  private let folder: TemporaryFolder
  private let process: Process
  private let input: Int32
  private let output: Int32
  private var received: [UInt8] = []
  private var lastID = 0
  /// Events in the order they came.
  private(set) var events: [(method: String, parameters: [String: Any])] = []

  /// Starts the browser.
  init() throws {
    guard let program = Self.program else { throw Failure(description: "no Chromium") }
    folder = try TemporaryFolder()
    let (toBrowser, fromBrowser) = (folder.path + "/in", folder.path + "/out")
    guard mkfifo(toBrowser, 0o600) == 0, mkfifo(fromBrowser, 0o600) == 0 else {
      throw Failure(description: "no pipes")
    }
    // Opened for both ends: neither open waits for the other side.
    input = open(toBrowser, O_RDWR | O_CLOEXEC)
    output = open(fromBrowser, O_RDWR | O_CLOEXEC)
    process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c",
      "exec \(program) --headless --no-sandbox --disable-gpu --hide-scrollbars"
        + " --remote-debugging-pipe --user-data-dir='\(folder.path)/profile' --lang=ja"
        + " about:blank 3<'\(toBrowser)' 4>'\(fromBrowser)'",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit {
    // It ends its own children; Foundation's wait would last until the last of them.
    _ = try? call("Browser.close")
    close(input)
    close(output)
  }

  /// Calls a method and waits for what it gives.
  @discardableResult
  func call(
    _ method: String, _ parameters: [String: Any] = [:], session: String? = nil
  ) throws -> [String: Any] {
    lastID += 1
    var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    message["sessionId"] = session
    var bytes = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(description: "the browser does not listen") }
      bytes.removeFirst(count)
    }
    while true {
      let answer = try next()
      guard answer["id"] as? Int == lastID else { continue }
      if let error = answer["error"] as? [String: Any] {
        throw Failure(description: "\(method): \(error)")
      }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  /// Waits for an event, or takes one that came before.
  func wait(for method: String) throws {
    while !events.contains(where: { $0.method == method }) { _ = try next() }
  }

  /// Forgets the events so far.
  func forgetEvents() { events = [] }

  /// The next message; an event is noted as well.
  private func next() throws -> [String: Any] {
    while true {
      if let end = received.firstIndex(of: 0) {
        let message = try JSONSerialization.jsonObject(with: Data(received[..<end]))
        received.removeFirst(end + 1)
        guard let object = message as? [String: Any] else { continue }
        if let method = object["method"] as? String {
          events.append((method, object["params"] as? [String: Any] ?? [:]))
        }
        return object
      }
      var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 20_000) > 0 else {
        throw Failure(description: "the browser said nothing for 20 s")
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = chunk.withUnsafeMutableBytes { Glibc.read(output, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(description: "the browser ended") }
      received += chunk[..<count]
    }
  }
}
