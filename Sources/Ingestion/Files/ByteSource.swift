internal import Files

/// The bytes of one input, chunk by chunk, with failures as this room tells them.
struct ByteSource {
  /// Nil for what is in memory already.
  private let source: FileSource?

  /// A source that is at its end.
  static var empty: ByteSource { ByteSource() }

  private init() { source = nil }

  /// Opens a file; `-` is standard input.
  init(path: String) throws(IngestionError) {
    do throws(FileError) {
      source = try FileSource(path: path)
    } catch {
      throw IngestionError(error)
    }
  }

  /// Whether reading gives something, or the end, without waiting.
  var isReady: Bool { source?.isReady ?? true }

  /// The next bytes; none at the end.
  func next() throws(IngestionError) -> [UInt8] {
    do throws(FileError) {
      return try source?.next() ?? []
    } catch {
      throw IngestionError(error)
    }
  }
}

extension ByteSource {
  /// Everything to the end, after what was read already.
  ///
  /// - Throws: ``IngestionError`` when reading fails, or when it is more than
  ///   ``RecordParser/maximumByteCount``.
  func rest(
    after beginning: [UInt8] = [], at location: SourceLocation
  ) throws(IngestionError) -> [UInt8] {
    var bytes = beginning
    while case let chunk = try next(), !chunk.isEmpty {
      bytes += chunk
      guard bytes.count <= RecordParser.maximumByteCount else {
        throw IngestionError(
          at: location, reason: "more than \(RecordParser.maximumByteCount) bytes in one talk",
          remedy: "give one talk a file, or JSONL with one a line")
      }
    }
    return bytes
  }
}

extension IngestionError {
  /// A file that the system refuses to open or read.
  init(_ error: FileError) {
    self.init(
      error.isMissing ? .missing : .unreadable, at: SourceLocation(path: error.path),
      reason: error.isMissing ? "no such file" : error.reason,
      remedy: error.isMissing ? "check the path" : "check its permissions and that it is a file")
  }
}
