import Foundation
import TestSupport
import Testing

/// Golden files in `Tests/CommandTests/Snapshots/`, rewritten when the environment
/// has `RECORD_SNAPSHOTS=1`.
enum Snapshot {
  /// Compares text with the file of a name.
  static func expect(
    _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = Repository.path("Tests/CommandTests/Snapshots/\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let recorded = try String(contentsOfFile: path, encoding: .utf8)
    // Line by line, so that a failure shows the first line that differs.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, want) in zip(lines, wanted) where line != want {
      #expect(line == want, "\(name).txt", sourceLocation: sourceLocation)
      return
    }
    #expect(lines.count == wanted.count, "\(name).txt", sourceLocation: sourceLocation)
  }
}
