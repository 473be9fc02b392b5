internal import Foundation
internal import Ingestion
public import Tokenization

extension Lexicon {
  /// Reads a lexicon file.
  ///
  /// - Throws: ``IngestionError`` naming file and line.
  public init(contentsOf path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw IngestionError(
        .missing, at: SourceLocation(path: path), reason: "no such lexicon",
        remedy: "check the path")
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw IngestionError(
        .unreadable, at: SourceLocation(path: path), reason: "the lexicon is not readable UTF-8",
        remedy: "check its permissions and encoding")
    }
    do throws(LexiconError) {
      try self.init(tabSeparated: text)
    } catch {
      throw IngestionError(
        at: SourceLocation(path: path, line: error.line), reason: "bad lexicon entry",
        remedy: error.description)
    }
  }
}
