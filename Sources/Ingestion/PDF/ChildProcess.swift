internal import CProcess
internal import Glibc

/// Another program, run once within limits, with no input.
///
/// It leads a process group of its own, so that its own children die with it.
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
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe output.attach(as: STDOUT_FILENO, &actions)
    unsafe messages.attach(as: STDERR_FILENO, &actions)
    let process = unsafe try start(program, arguments, &actions)
    output.closeWritingEnd()
    messages.closeWritingEnd()
    // The child may have run for a moment without limits. This fails for one that
    // has ended already, which needs none.
    _ = cprocess_limit(process, limits.processorSeconds, limits.memoryByteCount)

    var reader = ChildOutput(output: output.reading, messages: messages.reading, limits: limits)
    let ending = reader.readToEnd()
    if ending != nil { kill(-process, SIGKILL) }
    guard let status = wait(for: process, until: reader.deadline) else { throw .timeLimit }
    if let ending { throw ending }
    return Outcome(output: reader.output, messages: reader.messages, status: status)
  }

  @unsafe private static func start(
    _ program: String, _ arguments: [String], _ actions: inout posix_spawn_file_actions_t
  ) throws(Failure) -> pid_t {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // A pipe without a reader ends the child, though this process may ignore that.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
    var process: pid_t = 0
    let code = unsafe withCStrings([program] + arguments) { arguments in
      unsafe withCStrings(["LC_ALL=C", "PATH=\(path)"]) { environment in
        unsafe posix_spawnp(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw code == ENOENT ? .notFound : .notStarted(code) }
    return process
  }

  /// Waits until a child ends or, at the deadline, is killed.
  ///
  /// - Returns: Its status, or nil when it had to be killed.
  private static func wait(for process: pid_t, until deadline: ContinuousClock.Instant) -> Int32? {
    var status: Int32 = 0
    while ContinuousClock.now < deadline {
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process || (ended < 0 && errno != EINTR) { return code(status) }
      usleep(500)
    }
    kill(-process, SIGKILL)
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return nil
  }

  /// The exit code, or the negated signal: `WEXITSTATUS` and `WTERMSIG` are macros.
  private static func code(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  /// Calls a body with a list of C strings that ends in null.
  @unsafe private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = unsafe strings.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    return unsafe body(copies + [nil])
  }
}
