internal import Glibc

/// A file that is whole or not there, whatever happens while it is written.
///
/// Bytes go to `path.partial` beside the target; ``commit()`` syncs it and renames
/// it over the target. Without a commit the target stays as it was. A device or a
/// pipe is written in place: a rename would put a file where the device was.
package struct AtomicFile: ~Copyable {
  private let path: String
  /// Where the file grows; nil for what is written in place.
  private let partial: String?
  private let descriptor: Int32

  /// Begins a file.
  ///
  /// - Throws: ``FileError`` when it cannot be created.
  package init(path: String) throws(FileError) {
    self.path = path
    partial = Self.isDeviceOrPipe(path) ? nil : path + ".partial"
    let flags = O_WRONLY | O_CLOEXEC | (partial == nil ? 0 : O_CREAT | O_TRUNC)
    descriptor = unsafe open(partial ?? path, flags, 0o666)
    guard descriptor >= 0 else { throw .last("create the file", path) }
  }

  deinit {
    _ = close(descriptor)
    // After a commit there is no such file any more.
    if let partial { _ = unsafe unlink(partial) }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    try FileDescriptor.write(bytes, to: descriptor, path: path)
  }

  /// Puts the file in its place.
  ///
  /// - Throws: ``FileError`` when it cannot be synced or renamed.
  package consuming func commit() throws(FileError) {
    guard let partial else { return }
    guard fsync(descriptor) == 0 else { throw .last("sync the file", path) }
    guard unsafe rename(partial, path) == 0 else { throw .last("put the file in its place", path) }
  }

  /// Writes a whole file.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit()
  }

  private static func isDeviceOrPipe(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    let type = status.st_mode & S_IFMT
    return type != S_IFREG && type != S_IFDIR
  }
}
