internal import Glibc

/// What went wrong with a PDF, from what `pdftotext` did and said.
enum PDFDiagnosis {
  /// The error for a child that never finished.
  static func error(
    _ failure: ChildProcess.Failure, limits: ChildLimits, at location: SourceLocation
  ) -> IngestionError {
    switch failure {
    case .notFound:
      IngestionError(
        .unreadable, at: location, reason: "reading a PDF needs the program 'pdftotext'",
        remedy: "install the package poppler-utils, and poppler-data for Japanese")
    case .notStarted(let code):
      IngestionError(
        .unreadable, at: location, reason: "'pdftotext' cannot be started (error \(code))",
        remedy: "try again with fewer workers")
    case .timeLimit: limit("\(limits.wallClock.components.seconds) s", location)
    case .outputLimit: limit("\(limits.outputByteCount) bytes of text", location)
    }
  }

  /// The error for a child that finished, or nil when its output can be used.
  static func error(
    _ outcome: ChildProcess.Outcome, isWhole: Bool, at location: SourceLocation
  ) -> IngestionError? {
    let messages = String(decoding: outcome.messages, as: UTF8.self)
    // Then poppler leaves the text out and calls it success.
    if messages.contains("Missing language pack") {
      return IngestionError(
        .unreadable, at: location, reason: "the PDF needs character maps that are not installed",
        remedy: "install the package poppler-data")
    }
    let hasErrors = outcome.status != 0 || messages.contains("Syntax Error")
    if hasErrors, !isWhole {
      return IngestionError(
        at: location, reason: "the PDF is cut off before its end",
        remedy: "copy or download the file again")
    }
    switch outcome.status {
    case 0: return nil
    case -SIGXCPU, -SIGKILL: return limit("processor time", location)
    case -SIGABRT: return limit("memory", location)
    default: break
    }
    if messages.contains("Out of memory") { return limit("memory", location) }
    if messages.contains("Incorrect password") {
      return IngestionError(
        at: location, reason: "the PDF is encrypted", remedy: "save it without a password")
    }
    return IngestionError(
      at: location, reason: "the PDF is damaged ('pdftotext' ended with \(outcome.status))",
      remedy: "print it to a new PDF, or download it again")
  }

  private static func limit(_ what: String, _ location: SourceLocation) -> IngestionError {
    IngestionError(
      at: location, reason: "reading the PDF takes more than its limit of \(what)",
      remedy: "split it in parts, or print it to a new PDF")
  }
}
