internal import Glibc

/// Reads what a child writes to two pipes, as it comes, so that neither fills up.
struct ChildOutput {
  private(set) var output: [UInt8] = []
  private(set) var messages: [UInt8] = []
  /// When the child's time is over.
  let deadline: ContinuousClock.Instant

  private let limits: ChildLimits
  private var descriptors: [pollfd]
  private var chunk = [UInt8](repeating: 0, count: 64 << 10)

  init(output: Int32, messages: Int32, limits: ChildLimits) {
    deadline = ContinuousClock.now + limits.wallClock
    self.limits = limits
    descriptors = [output, messages].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  }

  /// Reads until both pipes end.
  ///
  /// - Returns: The limit that was passed, or nil.
  mutating func readToEnd() -> ChildProcess.Failure? {
    // A negative descriptor is one that poll leaves out.
    while descriptors.contains(where: { $0.fd >= 0 }) {
      let remaining = ContinuousClock.now.duration(to: deadline)
      guard remaining > .zero else { return .timeLimit }
      let milliseconds = min(remaining / .milliseconds(1), 60_000)
      let ready = unsafe poll(&descriptors, nfds_t(descriptors.count), Int32(milliseconds) + 1)
      guard ready >= 0 || errno == EINTR else { return .timeLimit }
      for index in descriptors.indices where ready > 0 && descriptors[index].revents != 0 {
        read(index)
      }
      guard output.count <= limits.outputByteCount else { return .outputLimit }
    }
    return nil
  }

  private mutating func read(_ index: Int) {
    let descriptor = descriptors[index].fd
    // SAFETY: because the buffer's count bounds what is read.
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
    }
    if count > 0 {
      if index == 0 {
        output += chunk[..<count]
      } else {
        messages += chunk[..<min(count, limits.messageByteCount - messages.count)]
      }
    } else if count == 0 || errno != EINTR {
      descriptors[index].fd = -1
    }
  }
}
