internal import Foundation

/// The bytes of a file or of standard input, chunk by chunk.
struct ByteSource {
  static let chunkSize = 256 * 1024

  private let handle: FileHandle
  private let location: SourceLocation

  /// Opens a file; `-` is standard input.
  init(path: String) throws(IngestionError) {
    location = SourceLocation(path: path)
    if path == "-" {
      handle = .standardInput
      return
    }
    do {
      handle = try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw IngestionError(
        .unreadable, at: location, reason: "the file cannot be opened",
        remedy: "check its permissions")
    }
  }

  /// The next bytes; none at the end.
  func next() throws(IngestionError) -> [UInt8] {
    do {
      return try Array(handle.read(upToCount: Self.chunkSize) ?? Data())
    } catch {
      throw IngestionError(
        .unreadable, at: location, reason: "reading failed",
        remedy: "check that it is a file and that the disk is well")
    }
  }

  func close() {
    // Closing a file that was only read cannot lose anything.
    if location.path != "-" { try? handle.close() }
  }
}
