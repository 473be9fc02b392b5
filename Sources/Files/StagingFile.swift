internal import Glibc

/// A file that grows beside another and takes its place in the end.
///
/// It is locked, so that two processes never write one: the second is told so.
struct StagingFile: ~Copyable {
  /// The other file as the user calls it; what errors name.
  let name: String
  /// Where the other file is, links resolved: a link stays one.
  let target: String
  /// Where this file is.
  let path: String
  let descriptor: Int32
  /// Bytes that an interrupted process left in it.
  let byteCount: Int

  /// Opens the file.
  ///
  /// - Parameters:
  ///   - name: The file whose place it takes.
  ///   - suffix: What its own name ends in.
  ///   - keepsBytes: Whether what an interrupted process left in it stays.
  /// - Throws: ``FileError`` when it cannot be made, when another process writes it,
  ///   and when a folder has the place that it is to take.
  init(for name: String, suffix: String, keepsBytes: Bool = false) throws(FileError) {
    let target = Self.resolved(name)
    var existing = stat()
    let exists = unsafe stat(target, &existing) == 0
    guard !exists || existing.st_mode & S_IFMT != S_IFDIR else {
      throw FileError(path: name, operation: "put the file in its place", code: EISDIR)
    }
    let descriptor = try Self.openLocked(target + suffix, for: name)
    // What only some may read stays so.
    if exists { _ = fchmod(descriptor, existing.st_mode & 0o7777) }
    if !keepsBytes { _ = ftruncate(descriptor, 0) }
    var status = stat()
    byteCount = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    self.name = name
    self.target = target
    path = target + suffix
    self.descriptor = descriptor
  }

  deinit { _ = close(descriptor) }

  /// Puts the file where the other is, on disk whole before its name is.
  ///
  /// - Throws: ``FileError``.
  func moveIntoPlace() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw .last("sync the file", name) }
    guard unsafe rename(path, target) == 0 else { throw .last("put the file in its place", name) }
    try Self.syncFolder(of: target)
  }

  /// Puts on disk that files of a folder were renamed or removed.
  static func syncFolder(of path: String) throws(FileError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written but not read cannot be synced, and some file
    // systems know no such thing.
    guard descriptor >= 0 else { return }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 || errno != EIO else { throw .last("sync the folder", path) }
  }

  private static func openLocked(_ path: String, for name: String) throws(FileError) -> Int32 {
    while true {
      let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .last("create the file", name) }
      // Without locks, as on some network file systems, users have to take care.
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        let error = FileError.last("write a file that another process writes", name)
        _ = close(descriptor)
        throw error
      }
      // The process that had the lock may have moved the file to its place.
      var (mine, named) = (stat(), stat())
      if unsafe fstat(descriptor, &mine) == 0, unsafe stat(path, &named) == 0,
        mine.st_ino == named.st_ino, mine.st_dev == named.st_dev
      {
        return descriptor
      }
      _ = close(descriptor)
    }
  }

  private static func resolved(_ path: String) -> String {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
    // SAFETY: because realpath gives a C string of its own, freed once it is copied.
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
