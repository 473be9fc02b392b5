/// What a child process may use.
package struct ChildLimits: Equatable {
  /// Time until it is killed.
  package var wallClock: Duration = .seconds(60)
  /// Processor time, in seconds; the system kills it beyond that, even when this
  /// process is gone.
  package var processorSeconds: UInt64 = 60
  /// Address space, in bytes.
  package var memoryByteCount: UInt64 = 512 << 20
  /// Bytes of each file it writes.
  package var fileByteCount: UInt64 = 256 << 20
  /// Files it may have open at once.
  package var fileCount: UInt64 = 1024
  /// Bytes it may write to standard output.
  package var outputByteCount = 64 << 20
  /// Bytes of standard error that are kept; the rest is read and dropped.
  package var messageByteCount = 64 << 10

  /// Creates limits; what is not given is as above.
  package init(
    wallClock: Duration = .seconds(60), processorSeconds: UInt64 = 60,
    memoryByteCount: UInt64 = 512 << 20, outputByteCount: Int = 64 << 20,
    messageByteCount: Int = 64 << 10
  ) {
    self.wallClock = wallClock
    self.processorSeconds = processorSeconds
    self.memoryByteCount = memoryByteCount
    self.outputByteCount = outputByteCount
    self.messageByteCount = messageByteCount
  }
}
