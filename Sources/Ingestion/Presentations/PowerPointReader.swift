internal import Talks

/// Reads a PowerPoint presentation (`.pptx`, ECMA-376).
///
/// Slides come in the order of presentation with their numbers in it, hidden ones
/// marked; tables, SmartArt and charts stand where they stand on the slide; the
/// speaker's notes are kept apart. Layouts and masters are not read.
enum PowerPointReader {
  /// Slides a deck may have.
  static let maximumSlideCount = 10_000

  /// Reads a file.
  ///
  /// - Throws: ``IngestionError`` when it cannot be read, is encrypted, damaged, too
  ///   large or something else, or has no text.
  static func read(
    path: String, location: SourceLocation, limits: ZipLimits = ZipLimits()
  ) throws(IngestionError) -> DeckContent {
    try PackageSignature.check(ByteSource(path: path).next(), at: location)
    guard let source = ZipSource(path: path) else { throw noMemory(location) }
    return try read(source, location, limits)
  }

  /// Reads bytes, of which it makes a copy.
  ///
  /// - Throws: As reading a file does.
  static func read(
    _ bytes: [UInt8], location: SourceLocation, limits: ZipLimits = ZipLimits()
  ) throws(IngestionError) -> DeckContent {
    try PackageSignature.check(bytes, at: location)
    guard let source = ZipSource(bytes: bytes) else { throw noMemory(location) }
    return try read(source, location, limits)
  }

  private static func read(
    _ source: consuming ZipSource, _ location: SourceLocation, _ limits: ZipLimits
  ) throws(IngestionError) -> DeckContent {
    let archive = try ZipArchive(source, at: location, limits: limits)
    return try PowerPointPackage(archive, location).deck()
  }

  private static func noMemory(_ location: SourceLocation) -> IngestionError {
    IngestionError(
      .unreadable, at: location, reason: "not enough memory to open the archive",
      remedy: "free memory, or give the deck as text")
  }
}
