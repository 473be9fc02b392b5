internal import Foundation

/// One run of the built `shogen`, as a user runs it.
public struct CommandRun: Sendable {
  /// The exit code.
  public let status: Int32
  /// Standard output.
  public let output: String
  /// Standard error.
  public let errors: String

  /// The built command, beside the test bundle.
  public static let executable: String = {
    let bundle = URL(filePath: CommandLine.arguments[0])
    var folder = bundle.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appending(path: "shogen").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return Repository.path(".build/debug/shogen")
  }()

  /// Runs the command and waits for it.
  ///
  /// Output goes through files, which hold any amount without a reader.
  ///
  /// - Parameters:
  ///   - arguments: What follows `shogen`.
  ///   - input: Standard input; empty by default.
  ///   - folder: The working folder; the repository by default.
  ///   - environment: The whole environment, but for ``SanitizerOptions``; nil to inherit.
  ///   - program: What to run instead, such as a shell that pipes the command.
  /// - Throws: What the system says when the command cannot be started.
  public init(
    _ arguments: [String], input: String = "", in folder: String = Repository.root,
    environment: [String: String]? = nil, program: String = executable
  ) throws {
    let scratch = try TemporaryFolder()
    let inputPath = try scratch.write(input, to: "input")
    let outputPath = try scratch.write("", to: "output")
    let errorPath = try scratch.write("", to: "errors")
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    if let environment { process.environment = SanitizerOptions.added(to: environment) }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: inputPath))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputPath))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errorPath))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try scratch.text(of: "output")
    errors = try scratch.text(of: "errors")
  }
}
