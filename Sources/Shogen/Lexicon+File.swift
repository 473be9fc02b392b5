internal import Ingestion
public import Tokenization

extension Lexicon {
  /// Bytes a lexicon file may have.
  static let maximumByteCount = 64 * 1024 * 1024

  /// Reads a lexicon file.
  ///
  /// - Throws: ``IngestionError`` naming file and line.
  public init(contentsOf path: String) throws {
    let location = SourceLocation(path: path)
    let bytes = try NamedFile.contents(of: path, kind: "lexicon", limit: Self.maximumByteCount)
    guard let bytes, let text = String(validating: bytes, as: UTF8.self) else {
      throw IngestionError(
        at: location, reason: "the lexicon is no UTF-8 text of up to 64 MB",
        remedy: "convert it to tab-separated UTF-8")
    }
    do throws(LexiconError) {
      try self.init(tabSeparated: text)
    } catch {
      throw IngestionError(
        at: SourceLocation(path: path, line: error.line), reason: error.problem,
        remedy: error.remedy)
    }
  }
}
