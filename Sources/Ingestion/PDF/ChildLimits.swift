/// What a child process may use.
struct ChildLimits: Equatable {
  /// Time until it is killed.
  var wallClock: Duration = .seconds(60)
  /// Processor time, in seconds; the system kills it beyond that, even when this
  /// process is gone.
  var processorSeconds: UInt64 = 60
  /// Address space, in bytes.
  var memoryByteCount: UInt64 = 512 << 20
  /// Bytes it may write to standard output.
  var outputByteCount = 64 << 20
  /// Bytes of standard error that are kept; the rest is read and dropped.
  var messageByteCount = 64 << 10
}
