internal import Glibc

/// A call to the operating system that failed.
package struct FileError: Error, Equatable, CustomStringConvertible {
  /// The file.
  package var path: String
  /// What was attempted.
  package var operation: String
  /// The system's error number.
  package var code: Int32

  /// The error of the call that just failed.
  static func last(_ operation: String, _ path: String) -> FileError {
    FileError(path: path, operation: operation, code: errno)
  }

  /// Whether there is no such file.
  package var isMissing: Bool { code == ENOENT }

  /// Whether standard output is a pipe that nobody reads any more.
  package var isClosedOutput: Bool { code == EPIPE && path == FileDescriptor.outputName }

  /// What was attempted and what the system said.
  package var reason: String {
    "cannot \(operation): \(unsafe String(cString: strerror(code)).lowercased())"
  }

  /// `path: reason; remedy`.
  package var description: String {
    "\(path): \(reason); check the path, permissions and free space"
  }
}
