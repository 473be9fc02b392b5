public import Talks

/// Labels from the folders that files lie in: `basic/talk.txt`, or for two axes
/// `basic/cross-cutting/talk.txt`.
enum FolderLabels {
  /// The labels that a file's folders give; folders that are no poles say nothing.
  ///
  /// - Parameters:
  ///   - path: The file's path within the folder the user named, parted by `/`.
  ///   - names: The poles.
  ///   - location: The file.
  /// - Returns: A pole for each axis that a folder names.
  /// - Throws: ``IngestionError`` when two folders are poles of one axis, or one is
  ///   the name of poles on two axes.
  static func labels(
    ofPath path: String, names: PoleNames, at location: SourceLocation
  ) throws(IngestionError) -> Labels {
    let folders = path.split(separator: "/").dropLast().map(String.init)
    return try names.labels(
      folders.filter { names.match($0) != .unknown }, id: nil, at: location)
  }

  /// Folders that are no poles though a folder beside them is.
  ///
  /// They are misspelled, most likely; their files get no label from them.
  ///
  /// - Returns: Paths of folders, sorted.
  static func unknownFolders(_ paths: [String], names: PoleNames) -> [String] {
    var siblings: [String: Set<String>] = [:]
    for path in paths {
      var parent = ""
      for folder in path.split(separator: "/").dropLast() {
        siblings[parent, default: []].insert(String(folder))
        parent += folder + "/"
      }
    }
    return siblings.flatMap { parent, folders in
      let unknown = folders.filter { names.match($0) == .unknown }
      return unknown.count == folders.count ? [] : unknown.map { parent + $0 }
    }.sorted()
  }
}

extension InputFiles {
  /// Folders that lie beside some named like poles and are not.
  ///
  /// They are misspelled, most likely; their files get no label from them.
  ///
  /// - Returns: Paths within the folders read, sorted.
  public func unknownFolders(scheme: Scheme) -> [String] {
    FolderLabels.unknownFolders(files.map(\.stem), names: PoleNames(scheme))
  }
}
