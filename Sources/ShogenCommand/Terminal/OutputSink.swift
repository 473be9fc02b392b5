internal import Foundation

/// Output that could not be written.
struct OutputError: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String {
    "\(path): \(reason); check the path, permissions and free space"
  }
}

/// Where data goes: standard output, or a file that appears whole at the end.
///
/// A class, so that what was begun and never finished is taken away.
final class OutputSink {
  private let handle: FileHandle
  private let path: String?
  /// Where the file grows; nil for what is written in place.
  private let partial: String?
  private var isFinished = false

  /// Opens the output; `-` and nil are standard output, and devices and pipes are
  /// written in place: a rename would put a file where the device was.
  init(path: String?) throws {
    guard let path, path != "-" else {
      self.path = nil
      partial = nil
      handle = .standardOutput
      return
    }
    self.path = path
    if Self.isDeviceOrPipe(path) {
      guard let opened = FileHandle(forWritingAtPath: path) else {
        throw OutputError(path: path, reason: "it cannot be opened")
      }
      partial = nil
      handle = opened
      return
    }
    let partial = path + ".partial"
    self.partial = partial
    guard FileManager.default.createFile(atPath: partial, contents: nil),
      let opened = FileHandle(forWritingAtPath: partial)
    else { throw OutputError(path: path, reason: "the file cannot be created") }
    handle = opened
  }

  deinit {
    // Nobody can be told here; a leftover is a nuisance, not a loss.
    if let partial, !isFinished { try? FileManager.default.removeItem(atPath: partial) }
  }

  /// Writes text.
  func write(_ text: String) throws {
    guard !text.isEmpty else { return }
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      throw OutputError(path: path ?? "standard output", reason: "writing failed")
    }
  }

  private static func isDeviceOrPipe(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    let type = status.st_mode & S_IFMT
    return type != S_IFREG && type != S_IFDIR
  }

  /// Puts the file in its place.
  func finish() throws {
    guard let path, let partial else { return }
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw OutputError(path: path, reason: "writing failed")
    }
    guard unsafe rename(partial, path) == 0 else {
      throw OutputError(path: path, reason: "the finished file cannot be put in its place")
    }
    isFinished = true
  }
}
