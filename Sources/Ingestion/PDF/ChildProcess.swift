internal import CProcess
internal import Files
internal import Glibc

/// Another program, run once within limits, with no input.
///
/// It leads a process group of its own, so that its own children die with it, and it
/// ends when this process does, however that ends. It gets no descriptor of this
/// process but its output, and no variable but PATH and LC_ALL.
package enum ChildProcess {
  /// How it ended and what it wrote.
  package struct Outcome: Equatable {
    /// Standard output.
    package var output: [UInt8]
    /// The beginning of standard error.
    package var messages: [UInt8]
    /// Its exit code, or the negated number of the signal that ended it.
    package var status: Int32
  }

  /// Why there is no outcome.
  package enum Failure: Error, Equatable {
    /// There is no such program.
    case notFound
    /// The system refuses to start it, with this error number.
    case notStarted(Int32)
    /// It ran longer than its limit and was killed.
    case timeLimit
    /// It wrote more than its limit and was killed.
    case outputLimit
  }

  /// Runs a program and waits for it.
  ///
  /// - Parameters:
  ///   - program: Its path, or a name to look for in PATH.
  ///   - arguments: What follows its name.
  ///   - limits: What it may use.
  /// - Returns: Its outcome, whatever its exit code.
  /// - Throws: ``Failure``.
  package static func run(
    _ program: String, _ arguments: [String], limits: ChildLimits = ChildLimits()
  ) throws(Failure) -> Outcome {
    guard var output = ChildPipe(), var messages = ChildPipe() else {
      throw .notStarted(errno)
    }
    let process = unsafe try start(program, arguments, output, messages, limits)
    let ending = Interruption.Action { _ in kill(-process, SIGKILL) }
    output.closeWritingEnd()
    messages.closeWritingEnd()

    var reader = ChildOutput(output: output.reading, messages: messages.reading, limits: limits)
    let failure = reader.readToEnd()
    if failure != nil { kill(-process, SIGKILL) }
    guard let status = wait(for: process, until: reader.deadline) else { throw .timeLimit }
    ending.end()
    if let failure { throw failure }
    return Outcome(output: reader.output, messages: reader.messages, status: status)
  }

  @unsafe private static func start(
    _ program: String, _ arguments: [String], _ output: borrowing ChildPipe,
    _ messages: borrowing ChildPipe, _ limits: ChildLimits
  ) throws(Failure) -> pid_t {
    var allowed = cprocess_limits(
      processor_seconds: limits.processorSeconds, memory_byte_count: limits.memoryByteCount,
      file_byte_count: limits.fileByteCount, file_count: limits.fileCount)
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
    let (outputEnd, messageEnd) = (output.writing, messages.writing)
    let process = unsafe withCStrings([program] + arguments) { arguments in
      unsafe withCStrings(["LC_ALL=C", "PATH=\(path)"]) { environment in
        var description = unsafe cprocess_program(
          name: arguments[0], arguments: arguments, environment: environment,
          output: outputEnd, messages: messageEnd)
        return unsafe cprocess_start(&description, &allowed)
      }
    }
    guard process > 0 else { throw errno == ENOENT ? .notFound : .notStarted(errno) }
    return process
  }

  /// Waits until a child ends or, at the deadline, is killed.
  ///
  /// - Returns: Its status, or nil when it had to be killed.
  private static func wait(for process: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
    var hasEnded = cprocess_has_ended(process) != 0
    while !hasEnded, ContinuousClock.now < deadline {
      usleep(500)
      hasEnded = cprocess_has_ended(process) != 0
    }
    // Also what a child that has ended left running; its number is still its own.
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return hasEnded ? code(status) : nil
  }

  /// The exit code, or the negated signal: `WEXITSTATUS` and `WTERMSIG` are macros.
  private static func code(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  /// Calls a body with a list of C strings that ends in null.
  @unsafe private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = unsafe strings.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }
}
