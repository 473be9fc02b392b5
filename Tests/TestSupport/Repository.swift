internal import Foundation

/// Places in this repository.
public enum Repository {
  /// The repository's folder.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// A path within it.
  public static func path(_ relative: String) -> String { root + "/" + relative }
}
