internal import CProcess
internal import Glibc

/// A pipe whose writing end goes to a child.
///
/// Both ends close in any other child, else one started at the same time would
/// hold this one's output open.
struct ChildPipe: ~Copyable {
  /// The end to read from.
  let reading: Int32
  /// The end for the child, which gets it as its output.
  private(set) var writing: Int32

  /// Makes a pipe, or nil when the system has none left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe cprocess_pipe(&ends) == 0 else { return nil }
    reading = ends[0]
    writing = ends[1]
  }

  deinit {
    _ = close(reading)
    if writing >= 0 { _ = close(writing) }
  }

  /// Closes this process's writing end, so that the child's is the last.
  mutating func closeWritingEnd() {
    _ = close(writing)
    writing = -1
  }
}
