internal import Foundation

/// Files that are whole or not there, whatever happens in between.
package enum AtomicFile {
  /// Writes each file beside its target, syncs it, and renames them over their
  /// targets, in order, once all are written.
  ///
  /// - Throws: ``ModelError/inputOutput(path:reason:)`` for the first file that
  ///   cannot be written; every target is then as it was before. A rename fails
  ///   only where a folder is in its way; targets before that one are then new.
  package static func write(_ files: [(path: String, bytes: [UInt8])]) throws(ModelError) {
    var staged: [String] = []
    defer { for path in staged { try? FileManager.default.removeItem(atPath: path) } }
    for file in files {
      do {
        let temporary = partial(file.path)
        guard FileManager.default.createFile(atPath: temporary, contents: nil) else {
          throw CocoaError(.fileWriteNoPermission)
        }
        staged.append(temporary)
        let handle = try FileHandle(forWritingTo: URL(filePath: temporary))
        defer { try? handle.close() }
        try handle.write(contentsOf: file.bytes)
        try handle.synchronize()
      } catch {
        throw .inputOutput(path: file.path, reason: error.localizedDescription)
      }
    }
    for file in files {
      guard unsafe rename(partial(file.path), file.path) == 0 else {
        throw .inputOutput(path: file.path, reason: unsafe String(cString: strerror(errno)))
      }
    }
  }

  private static func partial(_ path: String) -> String { path + ".partial" }
}
