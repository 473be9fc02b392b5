internal import Glibc

/// A file that is whole or not there, whatever happens while it is written.
///
/// Bytes go to `path.partial` beside the target; ``commit()`` syncs it and renames
/// it over the target. Without a commit the target stays as it was. A device or a
/// pipe is written in place: a rename would put a file where the device was.
package struct AtomicFile: ~Copyable {
  /// What the name of a file ends in while it is written.
  package static let partialSuffix = ".partial"

  private let path: String
  /// Where the file grows; nil for what is written in place.
  private let staging: StagingFile?
  private let descriptor: Int32
  private var cleaning: Interruption.Action?
  private var keepsPartial = false

  /// Begins a file.
  ///
  /// - Throws: ``FileError`` when it cannot be created, or when another process writes
  ///   the same.
  package init(path: String) throws(FileError) {
    guard !Self.isDeviceOrPipe(path) else {
      let device = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard device >= 0 else { throw .last("create the file", path) }
      self.path = path
      descriptor = device
      staging = nil
      cleaning = nil
      return
    }
    let staging = try StagingFile(for: path, suffix: Self.partialSuffix)
    self.path = path
    descriptor = staging.descriptor
    let partial = staging.path
    self.staging = consume staging
    cleaning = Interruption.Action { _ in _ = unsafe unlink(partial) }
  }

  deinit {
    if staging == nil {
      _ = close(descriptor)
    } else if !keepsPartial, let partial = staging?.path {
      _ = unsafe unlink(partial)
    }
  }

  /// Adds bytes.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    try FileDescriptor.write(bytes, to: descriptor, path: path)
  }

  /// Puts the bytes on disk, so that ``commit()`` has little left that can fail.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package func sync() throws(FileError) {
    guard fsync(descriptor) == 0 else { throw .last("sync the file", path) }
  }

  /// Puts the file in its place.
  ///
  /// - Throws: ``FileError`` when it cannot be synced or renamed.
  package consuming func commit() throws(FileError) {
    try staging?.moveIntoPlace()
    keepsPartial = true
  }

  /// Makes `path.partial` stay from now on, whatever happens: it counts already.
  package mutating func keepPartial() {
    keepsPartial = true
    cleaning = nil
  }

  /// Puts a file in its place that a stopped process kept whole as `path.partial`.
  ///
  /// - Throws: ``FileError`` when it cannot be synced or renamed.
  package static func finish(_ path: String) throws(FileError) {
    let staging = try StagingFile(for: path, suffix: partialSuffix, keepsBytes: true)
    try staging.moveIntoPlace()
  }

  /// Writes a whole file.
  ///
  /// - Throws: ``FileError`` when the system refuses.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit()
  }

  /// Whether something other than a file or folder is there.
  package static func isDeviceOrPipe(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    let type = status.st_mode & S_IFMT
    return type != S_IFREG && type != S_IFDIR
  }
}
