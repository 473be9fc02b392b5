internal import Glibc

/// Whether files can be made in a folder that may have to be made first.
package enum FolderAccess {
  /// Looks at a folder or, where it is not there yet, at the nearest above it.
  ///
  /// - Throws: ``FileError`` when something else has its place, or when this process may
  ///   not write there.
  package static func check(_ folder: String) throws(FileError) {
    var path = folder
    while true {
      // With one at its end, the name of a file is of nothing that is there.
      while path.hasSuffix("/"), path != "/" { path.removeLast() }
      var status = stat()
      if unsafe stat(path, &status) == 0 {
        guard status.st_mode & S_IFMT == S_IFDIR else {
          throw FileError(path: folder, operation: "make the folder", code: ENOTDIR)
        }
        guard unsafe access(path, W_OK | X_OK) == 0 else {
          throw .last("write to the folder", folder)
        }
        return
      }
      guard errno == ENOENT || errno == ENOTDIR, path != "." else {
        throw .last("make the folder", folder)
      }
      guard let slash = path.lastIndex(of: "/") else {
        path = "."
        continue
      }
      path = slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }
}
