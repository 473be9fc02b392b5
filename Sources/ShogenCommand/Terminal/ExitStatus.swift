internal import ArgumentParser
internal import Files
internal import Shogen

/// Why the command ends, as its exit code.
enum ExitStatus: Int32, Error {
  case good = 0
  case nothingDone = 1
  case someFailed = 2
  case badData = 65
  case inputMissing = 66
  case inputOutput = 74
  /// Whoever read standard output closed it; the shell's number for SIGPIPE.
  case outputClosed = 141

  /// The status of a run that `--strict` ends at a record.
  init(strict error: IngestionError) {
    self = error.kind == .missing ? .inputMissing : .badData
  }

  /// The status an error of the libraries stands for.
  init(_ error: any Error) {
    switch error {
    case let status as ExitStatus: self = status
    case let error as FileError where error.isClosedOutput: self = .outputClosed
    case let error as IngestionError: self = error.kind == .missing ? .inputMissing : .nothingDone
    case ModelError.missing, WordVectorError.missing: self = .inputMissing
    case ModelError.inputOutput, WordVectorError.unwritable, is FileError: self = .inputOutput
    default: self = .nothingDone
    }
  }
}

/// Runs a verb: an error is printed once and becomes the exit code.
func exiting(_ work: (inout Messages) async throws -> ExitStatus) async throws {
  Interruption.watch()
  let telling = Interruption.Action { signal in
    if FileDescriptor.errorIsTerminal { Messages.write("\r\u{1B}[2K") }
    Messages().error("interrupted by signal \(signal)")
  }
  var messages = Messages()
  let status: ExitStatus
  do {
    status = try await work(&messages)
  } catch {
    status = ExitStatus(error)
    // Nobody is left to tell that nobody reads; others have been told of a status.
    if !(error is ExitStatus), status != .outputClosed { messages.error("\(error)") }
  }
  if case .iteratorOnly(let reason) = SegmentationEngine.current {
    messages.note("\(reason.rawValue), so ICU's iterator cuts all words: slower, the same result")
  }
  telling.end()
  if status != .good { throw ExitCode(status.rawValue) }
}
