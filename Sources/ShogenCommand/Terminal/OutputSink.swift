internal import Files

/// Where data goes: standard output, or a file that appears whole at the end.
struct OutputSink: ~Copyable {
  private let file: AtomicFile?

  /// Opens the output; `-` and nil are standard output.
  ///
  /// - Throws: ``FileError`` when the file cannot be created.
  init(path: String? = nil) throws(FileError) {
    guard let path, path != "-" else {
      file = nil
      return
    }
    file = try AtomicFile(path: path)
  }

  /// Writes text.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  func write(_ text: String) throws(FileError) {
    guard !text.isEmpty else { return }
    if file != nil {
      try file?.write(Array(text.utf8))
    } else {
      try FileDescriptor.writeOutput(text)
    }
  }

  /// Writes bytes.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  func write(_ bytes: [UInt8]) throws(FileError) {
    if file != nil {
      try file?.write(bytes)
    } else {
      try FileDescriptor.write(bytes, to: 1, path: FileDescriptor.outputName)
    }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: ``FileError`` when it cannot be synced or renamed.
  consuming func finish() throws(FileError) {
    if let file { try file.commit() }
  }
}
