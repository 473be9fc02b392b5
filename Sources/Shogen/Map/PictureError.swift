/// Why there is no picture.
public enum PictureError: Error, Equatable, CustomStringConvertible {
  /// No browser is installed.
  case noBrowser
  /// A browser could not be run.
  case notRun(String, String)
  /// A browser ended with this status and left no picture.
  case failed(String, Int32)
  /// There is no room for temporary files.
  case noFolder(String)

  /// The reason and the remedy.
  public var description: String {
    switch self {
    case .noBrowser:
      "png needs a headless Chromium; install Debian's chromium-headless-shell, or use --format svg"
    case .notRun(let program, let reason):
      "\(program) could not be run (\(reason)); use --format svg"
    case .failed(let program, let status):
      "\(program) ended with status \(status) and drew nothing; use --format svg"
    case .noFolder(let place):
      "no temporary folder in \(place); set TMPDIR to a folder that can be written to"
    }
  }
}
