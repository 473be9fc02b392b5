internal import Glibc

/// A file that appears whole in the end and that a later process can go on with.
///
/// Bytes go to `path.resume`; `path.resume-journal`, the journal, says how many of them
/// are good and what they are of. Bytes reach the disk before the journal counts them,
/// and the journal is replaced as a whole, so after a crash both are as at the last
/// ``checkpoint(_:)``. Without a ``commit()`` or ``discard()`` both stay.
package struct ResumableFile: ~Copyable {
  private let path: String
  private let staging: StagingFile
  private let journalPath: String

  /// Bytes of the file so far.
  package private(set) var byteCount: Int

  /// Opens the file with what an interrupted process left of it.
  ///
  /// - Throws: ``FileError`` when it cannot be made, or when another process writes it.
  package init(path: String) throws(FileError) {
    let staging = try StagingFile(for: path, suffix: ".resume", keepsBytes: true)
    self.path = path
    journalPath = staging.path + "-journal"
    byteCount = staging.byteCount
    self.staging = consume staging
  }

  /// The journal of an interrupted process, or nil.
  ///
  /// - Throws: ``FileError`` when it cannot be read.
  package func journal() throws(FileError) -> [UInt8]? {
    do throws(FileError) {
      return try FileSource.contents(of: journalPath, limit: 1 << 30)
    } catch {
      guard error.isMissing else { throw error }
      return nil
    }
  }

  /// Begins at the first byte.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package mutating func restart() throws(FileError) {
    // First the journal: it must never speak of other bytes than are there.
    if unsafe unlink(journalPath) == 0 {
      try StagingFile.syncFolder(of: journalPath)
    } else if errno != ENOENT {
      throw .last("remove the file", journalPath)
    }
    try cut(to: 0)
  }

  /// Goes on after so many bytes of the ``byteCount`` that are there.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package mutating func cut(to count: Int) throws(FileError) {
    guard ftruncate(staging.descriptor, count) == 0,
      lseek(staging.descriptor, count, SEEK_SET) == count
    else { throw .last("write", path) }
    byteCount = count
  }

  /// Adds bytes.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package mutating func write(_ bytes: [UInt8]) throws(FileError) {
    try FileDescriptor.write(bytes, to: staging.descriptor, path: path)
    byteCount += bytes.count
  }

  /// Makes all bytes so far good.
  ///
  /// - Parameter journal: What is to be read back; it should hold ``byteCount``.
  /// - Throws: ``FileError`` when the system refuses.
  package func checkpoint(_ journal: [UInt8]) throws(FileError) {
    guard fdatasync(staging.descriptor) == 0 else { throw .last("sync the file", path) }
    try AtomicFile.write(journal, to: journalPath)
  }

  /// Puts the file in its place.
  ///
  /// - Throws: ``FileError`` when it cannot be synced or renamed.
  package consuming func commit() throws(FileError) {
    try staging.moveIntoPlace()
    _ = unsafe unlink(journalPath)
  }

  /// Takes away what there is of it.
  package consuming func discard() {
    _ = unsafe unlink(journalPath)
    _ = unsafe unlink(staging.path)
  }
}
