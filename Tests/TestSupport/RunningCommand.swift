internal import Foundation

/// The built command while it runs, to be ended from outside.
///
/// Not thread-safe: used from one test.
public final class RunningCommand {
  private let process = Process()
  private let folder: TemporaryFolder

  /// Starts the command; it reads nothing, and what it writes to standard output is
  /// dropped.
  public init(
    _ arguments: [String], in path: String, environment: [String: String]? = nil
  ) throws {
    folder = try TemporaryFolder()
    process.executableURL = URL(filePath: CommandRun.executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: path)
    if let environment { process.environment = SanitizerOptions.added(to: environment) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(
      forWritingTo: URL(filePath: folder.write("", to: "errors")))
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Waits until something is so, or the command has ended.
  ///
  /// - Returns: Whether it is so.
  public func wait(until condition: () throws -> Bool) rethrows -> Bool {
    while try !condition() {
      guard process.isRunning else { return try condition() }
      usleep(500)
    }
    return true
  }

  /// Ends the command by a signal, waits, and tells how it ended: the exit code, or the
  /// negated number of the signal.
  @discardableResult
  public func end(by signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    return finish()
  }

  /// Waits, and tells how the command ended.
  public func finish() -> Int32 {
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? -process.terminationStatus : process.terminationStatus
  }

  /// Standard error so far.
  public var errors: String { (try? folder.text(of: "errors")) ?? "" }

  /// Bytes a file has; 0 for none.
  public static func byteCount(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}
