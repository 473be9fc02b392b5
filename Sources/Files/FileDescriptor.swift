internal import Glibc

/// Writing to what is open already.
package enum FileDescriptor {
  /// Writes all bytes.
  ///
  /// - Throws: ``FileError`` when the system refuses, naming `path`.
  package static func write(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      // SAFETY: because the buffer outlives the call and the offset is within it.
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(
          descriptor, $0.baseAddress.map { unsafe $0 + written }, $0.count - written)
      }
      if count < 0 {
        guard errno == EINTR else { throw .last("write", path) }
      } else {
        written += count
      }
    }
  }

  /// What errors call standard output.
  package static let outputName = "standard output"

  /// Writes text to standard output.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package static func writeOutput(_ text: String) throws(FileError) {
    try write(Array(text.utf8), to: STDOUT_FILENO, path: outputName)
  }

  /// Writes text to standard error; a closed one leaves nobody to tell.
  package static func writeError(_ text: String) {
    try? write(Array(text.utf8), to: STDERR_FILENO, path: "standard error")
  }

  /// Whether a person looks at standard output.
  package static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person looks at standard error.
  package static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
