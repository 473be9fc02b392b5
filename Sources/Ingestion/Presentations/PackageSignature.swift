/// What a file's first bytes say it is.
enum PackageSignature {
  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let emptyZip: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Checks that bytes begin a zip archive.
  ///
  /// - Throws: ``IngestionError`` saying what they begin instead.
  static func check(_ bytes: [UInt8], at location: SourceLocation) throws(IngestionError) {
    if bytes.starts(with: zip) || bytes.starts(with: emptyZip) { return }
    // Office wraps what it encrypts in the container of its older formats.
    if bytes.starts(with: compoundFile) {
      throw IngestionError(
        at: location, reason: "the deck is encrypted, or in PowerPoint's format before 2007",
        remedy: "save it as .pptx without a password")
    }
    throw IngestionError(
      at: location, reason: "the file is no PowerPoint presentation",
      remedy: "give a .pptx file, or name the format it has")
  }
}
