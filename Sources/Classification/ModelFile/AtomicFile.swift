internal import Foundation

/// Files that are whole or not there, whatever happens in between.
package enum AtomicFile {
  /// Writes beside the target, syncs, and renames over it.
  ///
  /// - Throws: ``ModelError/inputOutput(path:reason:)``; the target is then as it
  ///   was before.
  package static func write(_ bytes: [UInt8], to path: String) throws(ModelError) {
    let temporary = path + ".partial"
    do {
      guard FileManager.default.createFile(atPath: temporary, contents: nil) else {
        throw CocoaError(.fileWriteNoPermission)
      }
      let handle = try FileHandle(forWritingTo: URL(filePath: temporary))
      defer { try? handle.close() }
      try handle.write(contentsOf: bytes)
      try handle.synchronize()
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw .inputOutput(path: path, reason: error.localizedDescription)
    }
    guard unsafe rename(temporary, path) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      try? FileManager.default.removeItem(atPath: temporary)
      throw .inputOutput(path: path, reason: reason)
    }
  }
}
