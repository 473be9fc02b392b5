internal import FoundationEssentials
internal import Ingestion
public import Talks

extension Scheme {
  /// Bytes a scheme file may have.
  static let maximumByteCount = 1024 * 1024

  /// Reads a scheme file: JSON of axes and poles.
  ///
  /// - Throws: ``IngestionError`` naming the file when it is not there, is no such JSON,
  ///   or breaks a rule of ``validate()``.
  public init(contentsOf path: String) throws {
    let location = SourceLocation(path: path)
    let bytes = try NamedFile.contents(of: path, kind: "scheme", limit: Self.maximumByteCount)
    guard let bytes else {
      throw IngestionError(
        at: location, reason: "the scheme has more than 1 MB", remedy: "name a smaller file")
    }
    do {
      self = try JSONDecoder().decode(Scheme.self, from: Data(bytes))
      try validate()
    } catch let error as SchemeError {
      throw IngestionError(at: location, reason: "bad scheme", remedy: error.description)
    } catch {
      throw IngestionError(
        at: location, reason: "not a scheme",
        remedy: #"write {"axes":[{"id","name","poles":[{"id","name"}, …]}, …]}"#)
    }
  }
}
