internal import Files

/// The first and the last bytes of a PDF, which tell whether it is one and whole.
struct PDFFile {
  /// Whether it ends as a PDF must; poppler reads some that are cut off, and says
  /// nothing of the pages that are gone.
  let isWhole: Bool

  /// Readers allow so much before the header and after the end mark.
  private static let slack = 1024

  /// Reads what is needed of a file.
  ///
  /// - Throws: ``IngestionError`` when it cannot be read or is no PDF.
  init(path: String, location: SourceLocation) throws(IngestionError) {
    let source = try ByteSource(path: path)
    var tail = try source.next()
    guard Self.contains(tail.prefix(Self.slack), "%PDF-") else {
      throw IngestionError(
        at: location, reason: "the file is no PDF", remedy: "name the format it has")
    }
    while case let chunk = try source.next(), !chunk.isEmpty {
      tail = tail.suffix(Self.slack) + chunk
    }
    isWhole = Self.contains(tail.suffix(Self.slack), "%%EOF")
  }

  private static func contains(_ bytes: ArraySlice<UInt8>, _ mark: StaticString) -> Bool {
    let mark = Array("\(mark)".utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: mark) }
  }
}
