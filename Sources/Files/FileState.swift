internal import Glibc

/// What tells that a file is still the one that was read: its size and when it was
/// last written.
package struct FileState: Codable, Equatable, Sendable {
  /// Bytes; -1 for what is not there.
  package var byteCount: Int
  /// Nanoseconds since 1970.
  package var modified: Int

  /// The state of a file now.
  package init(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      byteCount = -1
      modified = 0
      return
    }
    byteCount = Int(status.st_size)
    modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}
