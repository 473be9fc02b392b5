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
struct OutputSink {
  private let handle: FileHandle
  private let path: String?
  private var partial: String? { path.map { $0 + ".partial" } }

  /// Opens the output; `-` and nil are standard output.
  init(path: String?) throws {
    guard let path, path != "-" else {
      self.path = nil
      handle = .standardOutput
      return
    }
    self.path = path
    let partial = path + ".partial"
    guard FileManager.default.createFile(atPath: partial, contents: nil),
      let opened = FileHandle(forWritingAtPath: partial)
    else { throw OutputError(path: path, reason: "the file cannot be created") }
    handle = opened
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
  }
}
