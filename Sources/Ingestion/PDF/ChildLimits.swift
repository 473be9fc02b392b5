/// What a child process may use.
package struct ChildLimits: Equatable {
  /// Time until it is killed.
  package var wallClock: Duration = .seconds(60)
  /// Processor time, in seconds; the system kills it beyond that, even when this
  /// process is gone.
  package var processorSeconds: UInt64 = 60
  /// Address space, in bytes.
  package var memoryByteCount: UInt64 = 512 << 20
  /// Bytes it may write to standard output.
  package var outputByteCount = 64 << 20
  /// Bytes of standard error that are kept; the rest is read and dropped.
  package var messageByteCount = 64 << 10

  /// The limits above.
  package init() {}
}
