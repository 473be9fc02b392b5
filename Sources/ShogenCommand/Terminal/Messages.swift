internal import Files
internal import Shogen

/// Everything said on standard error, and what it means for the exit code.
struct Messages {
  /// Failed records printed one by one; the rest are counted.
  static let maximumPrinted = 20

  private(set) var failureCount = 0
  private(set) var missingCount = 0
  private var printedCount = 0

  /// Tells of a record that failed.
  mutating func fail(_ error: IngestionError) {
    failureCount += 1
    if error.kind == .missing { missingCount += 1 }
    printedCount += 1
    if printedCount <= Self.maximumPrinted {
      self.error(error.description)
    } else if printedCount == Self.maximumPrinted + 1 {
      note("further failures are counted only")
    }
  }

  /// Counts what an earlier run told of.
  mutating func addEarlier(failures: Int, missing: Int) {
    failureCount += failures
    missingCount += missing
  }

  /// Tells of what ends the work, or of one failure.
  func error(_ text: String) { Self.write("shogen: error: \(TerminalText.oneLine(text))\n") }

  /// Tells of something worth knowing.
  func note(_ text: String) { Self.write("shogen: note: \(TerminalText.oneLine(text))\n") }

  /// Writes a line of a report that is no data.
  func say(_ text: String) { Self.write(TerminalText.oneLine(text) + "\n") }

  /// The exit code after a run; failures that are allowed are records that cannot be
  /// read, not inputs that are not there.
  func exitStatus(succeeded: Int, allowsFailures: Bool = false) -> ExitStatus {
    if failureCount == 0 { return succeeded > 0 ? .good : .nothingDone }
    if allowsFailures, missingCount == 0 { return .good }
    if succeeded > 0 { return .someFailed }
    return missingCount == failureCount ? .inputMissing : .nothingDone
  }

  static func write(_ text: String) {
    FileDescriptor.writeError(text)
  }
}
