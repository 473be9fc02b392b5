internal import Glibc

/// The right to change the files of a folder, as long as others ask for it too.
package struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock, waiting for whoever has it.
  ///
  /// - Throws: ``FileError`` when the folder cannot be opened.
  package init(_ folder: String) throws(FileError) {
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last("open the folder", folder) }
    self.descriptor = descriptor
    // Without locks, as on some network file systems, users have to take care.
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Gives the lock back, as the end of the scope does.
  package consuming func release() {}

  deinit { _ = close(descriptor) }
}
