internal import ArgumentParser
internal import Files
internal import FoundationEssentials
internal import Shogen

/// Whether output is colored.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// How to write.
struct OutputOptions: ParsableArguments {
  @Option(help: "Colors: auto, always or never; NO_COLOR turns auto off.")
  var color = ColorChoice.auto

  /// The style for standard output.
  var style: TextStyle {
    switch color {
    case .always: .colored
    case .never: .plain
    case .auto:
      FileDescriptor.outputIsTerminal
        && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty ? .colored : .plain
    }
  }
}

extension ParsableCommand {
  /// Checks that a count a user gave is none below 0.
  static func checkCount(_ count: Int, of option: String) throws {
    guard count >= 0 else { throw ValidationError("\(option) must be 0 or more") }
  }
}

/// Workers used at once.
struct WorkerOptions: ParsableArguments {
  @Option(help: "Cores to use; by default all. The result does not depend on it.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    guard workers >= 1 else { throw ValidationError("--workers must be 1 or more") }
  }
}
