/// Where in the input something stands.
public struct SourceLocation: Sendable, Equatable, CustomStringConvertible {
  /// The file as the user named it; `-` for standard input.
  public var path: String
  /// The line, from 1; nil when the whole file is meant.
  public var line: Int?

  /// Creates a location.
  public init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }

  /// `path` or `path:line`.
  public var description: String { line.map { "\(path):\($0)" } ?? path }
}
