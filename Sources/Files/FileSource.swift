internal import Glibc

/// The bytes of a file or of standard input, chunk by chunk.
///
/// Not thread-safe: read from one task.
package final class FileSource {
  /// Bytes a chunk has at most.
  package static let chunkSize = 256 * 1024

  private let descriptor: Int32
  private let path: String

  /// Opens a file; `-` is standard input.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package init(path: String) throws(FileError) {
    self.path = path
    if path == "-" {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("open the file", path) }
  }

  deinit {
    // Closing a file that was only read cannot lose anything.
    if descriptor > STDERR_FILENO { _ = Glibc.close(descriptor) }
  }

  /// Whether reading gives something, or the end, without waiting.
  package var isReady: Bool {
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // A failure is for reading to tell.
    return unsafe poll(&state, 1, 0) != 0
  }

  /// The next bytes; none at the end.
  ///
  /// - Throws: ``FileError`` when reading fails.
  package func next() throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.chunkSize)
    while true {
      // SAFETY: because the buffer outlives the call and its count bounds it.
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        bytes.removeSubrange(count...)
        return bytes
      }
      guard errno == EINTR else { throw .last("read", path) }
    }
  }

  /// Whether a path leads to a plain file: no pipe, device or folder.
  package static func isRegular(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: because the structure outlives the call, which alone writes to it.
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// All bytes of a file.
  ///
  /// - Returns: The bytes, or nil when there are more than `limit`.
  /// - Throws: ``FileError`` when the file cannot be opened or read.
  package static func contents(of path: String, limit: Int) throws(FileError) -> [UInt8]? {
    let source = try FileSource(path: path)
    var bytes: [UInt8] = []
    while case let chunk = try source.next(), !chunk.isEmpty {
      guard bytes.count + chunk.count <= limit else { return nil }
      bytes += chunk
    }
    return bytes
  }
}
