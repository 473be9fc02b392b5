internal import Files
internal import Ingestion

/// A file that a user names, such as a scheme or a lexicon.
enum NamedFile {
  /// Its bytes, or nil where there are more than `limit`; `kind` is what messages call it.
  ///
  /// - Throws: ``IngestionError`` naming the file when it cannot be read.
  static func contents(
    of path: String, kind: String, limit: Int
  ) throws(IngestionError) -> [UInt8]? {
    do throws(FileError) {
      return try FileSource.contents(of: path, limit: limit)
    } catch {
      throw IngestionError(
        error.isMissing ? .missing : .unreadable, at: SourceLocation(path: path),
        reason: error.isMissing ? "no such \(kind)" : error.reason, remedy: "check the path")
    }
  }
}
