internal import CZip

/// The members of a zip archive, read by name into memory and never unpacked.
///
/// So a member's name never becomes a path of this system. Sizes in the archive
/// are not believed: bytes are counted as they come. Not thread-safe.
@safe final class ZipArchive {
  /// What opening a member counts for, in bytes, so that the time is bounded that
  /// many small ones take.
  private static let openingByteCount = 1024

  private let archive: OpaquePointer
  private let location: SourceLocation
  private let limits: ZipLimits
  private var remainingByteCount: Int

  /// Opens an archive.
  ///
  /// - Throws: ``IngestionError`` when it is cut off, damaged or too large.
  init(
    _ source: consuming ZipSource, at location: SourceLocation, limits: ZipLimits = ZipLimits()
  ) throws(IngestionError) {
    guard let byteCount = source.byteCount(),
      let tail = source.tail(ZipDirectory.tailByteCount, of: byteCount)
    else {
      throw IngestionError(
        .unreadable, at: location, reason: "the file cannot be read",
        remedy: "check its permissions and that it is a file")
    }
    switch ZipDirectory.obstacle(
      inTail: tail, of: byteCount, limit: limits.directoryByteCount)
    {
    case nil: break
    case .missing:
      throw IngestionError(
        at: location, reason: "the archive is cut off: its table of contents is missing",
        remedy: "copy or download the file again")
    case .zip64:
      throw Self.tooLarge("the archive has more than 65535 members or 4 GB", location)
    case .tooLarge(let size):
      throw Self.tooLarge(
        "the archive's table of contents has \(size) bytes; \(limits.directoryByteCount) at most",
        location)
    }
    do throws(ZipFailure) {
      // SAFETY: because this is the archive's only owner and closes it in the end.
      unsafe archive = try source.open()
    } catch {
      throw IngestionError(
        at: location, reason: "the archive is damaged (libzip error \(error.code))",
        remedy: "copy or download the file again")
    }
    self.location = location
    self.limits = limits
    remainingByteCount = limits.totalByteCount
  }

  deinit {
    // SAFETY: because the archive is open and nobody else has it.
    unsafe zip_discard(archive)
  }

  /// The bytes of a member, or nil when there is none of this name.
  ///
  /// - Throws: ``IngestionError`` when it is encrypted, damaged or unpacks to more
  ///   than the limits.
  func contents(of name: String) throws(IngestionError) -> [UInt8]? {
    var stat = unsafe zip_stat_t()
    unsafe zip_stat_init(&stat)
    // SAFETY: because the archive is open and libzip writes one zip_stat_t.
    guard unsafe zip_stat(archive, name, 0, &stat) == 0 else { return nil }
    if unsafe stat.encryption_method != UInt16(ZIP_EM_NONE) { throw encrypted(name) }
    remainingByteCount -= Self.openingByteCount
    guard let file = unsafe zip_fopen(archive, name, 0) else { throw damaged(name) }
    defer { unsafe _ = zip_fclose(file) }
    let packedByteCount = unsafe Int(clamping: stat.comp_size)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      // SAFETY: because the buffer's count bounds what libzip writes.
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Int(zip_fread(file, $0.baseAddress, UInt64($0.count)))
      }
      // At the end libzip compares the checksum, and fails where it differs.
      guard count >= 0 else { throw damaged(name) }
      bytes += chunk[..<count]
      remainingByteCount -= count
      try check(bytes.count, packedByteCount: packedByteCount, name)
      if count == 0 { return bytes }
    }
  }

  private func check(
    _ byteCount: Int, packedByteCount: Int, _ name: String
  ) throws(IngestionError) {
    if byteCount > limits.memberByteCount {
      throw Self.tooLarge(
        "\(name) unpacks to more than \(limits.memberByteCount) bytes", location)
    }
    if byteCount > limits.ratioFreeByteCount, byteCount / limits.ratio > packedByteCount {
      throw Self.tooLarge(
        "\(name) unpacks to more than \(limits.ratio) times its size", location)
    }
    if remainingByteCount < 0 {
      throw Self.tooLarge(
        "the archive unpacks to more than \(limits.totalByteCount) bytes", location)
    }
  }

  private static func tooLarge(_ reason: String, _ location: SourceLocation) -> IngestionError {
    IngestionError(
      at: location, reason: reason, remedy: "if the file can be trusted, split the deck in parts")
  }

  private func damaged(_ name: String) -> IngestionError {
    IngestionError(
      at: location, reason: "\(name) is damaged in the archive",
      remedy: "copy or download the file again")
  }

  private func encrypted(_ name: String) -> IngestionError {
    IngestionError(
      at: location, reason: "\(name) is encrypted in the archive",
      remedy: "save the deck without a password")
  }
}
