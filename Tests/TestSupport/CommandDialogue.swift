internal import Foundation

/// The built command as a partner at the other end of two pipes.
///
/// Not thread-safe: used from one test.
public final class CommandDialogue {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var read: [UInt8] = []

  /// Starts the command with an empty environment.
  public init(_ arguments: [String], in folder: String) throws {
    process.executableURL = URL(filePath: CommandRun.executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = [:]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  deinit { process.terminate() }

  /// Writes a line and waits for the line that answers it.
  public func answer(to line: String) throws -> String {
    try input.fileHandleForWriting.write(contentsOf: Data((line + "\n").utf8))
    while true {
      if let end = read.firstIndex(of: 0x0A) {
        defer { read.removeSubrange(...end) }
        return String(decoding: read[..<end], as: UTF8.self)
      }
      let bytes = output.fileHandleForReading.availableData
      guard !bytes.isEmpty else { return "" }
      read += bytes
    }
  }

  /// Closes the input and waits for the end.
  ///
  /// - Returns: The exit code, and what was written and not read yet.
  public func finish() throws -> (status: Int32, rest: String) {
    try input.fileHandleForWriting.close()
    let rest = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: read + rest, as: UTF8.self))
  }
}
