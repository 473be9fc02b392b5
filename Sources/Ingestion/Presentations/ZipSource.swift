internal import CZip
internal import Glibc

/// The bytes of an archive for libzip: a file, or a copy of bytes in memory.
@safe struct ZipSource: ~Copyable {
  private let source: OpaquePointer

  /// Opens a file; nothing is read yet.
  init?(path: String) {
    guard let source = unsafe zip_source_file_create(path, 0, -1, nil) else { return nil }
    unsafe self.source = source
  }

  /// Copies bytes, which libzip frees.
  init?(bytes: [UInt8]) {
    // SAFETY: because the copy has `bytes.count` bytes, and with `freep` libzip
    // becomes its only owner; on failure it is still ours.
    let copy = unsafe malloc(max(bytes.count, 1))
    guard let copy = unsafe copy else { return nil }
    unsafe bytes.withUnsafeBytes { buffer in
      if let base = buffer.baseAddress {
        unsafe copy.copyMemory(from: base, byteCount: buffer.count)
      }
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
      unsafe free(copy)
      return nil
    }
    unsafe self.source = source
  }

  deinit {
    // SAFETY: because no archive owns the source: ``open()`` leaves without this.
    unsafe zip_source_free(source)
  }

  /// The size, or nil when it cannot be found out.
  func byteCount() -> Int? {
    var stat = unsafe zip_stat_t()
    unsafe zip_stat_init(&stat)
    guard unsafe zip_source_stat(source, &stat) == 0,
      unsafe stat.valid & UInt64(ZIP_STAT_SIZE) != 0
    else { return nil }
    return unsafe Int(exactly: stat.size)
  }

  /// The last bytes, or nil when they cannot be read.
  func tail(_ count: Int, of byteCount: Int) -> [UInt8]? {
    let length = min(count, byteCount)
    guard unsafe zip_source_open(source) == 0 else { return nil }
    defer { unsafe zip_source_close(source) }
    guard unsafe zip_source_seek(source, Int64(byteCount - length), SEEK_SET) == 0 else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: length)
    // SAFETY: because the buffer has `length` bytes.
    let read = unsafe bytes.withUnsafeMutableBytes {
      unsafe zip_source_read(source, $0.baseAddress, UInt64(length))
    }
    return read == Int64(length) ? bytes : nil
  }

  /// Opens the archive, which then owns the source; the caller owns the archive.
  ///
  /// - Throws: ``ZipFailure`` when libzip refuses.
  @unsafe consuming func open() throws(ZipFailure) -> OpaquePointer {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      _ = consume self
      throw unsafe ZipFailure(code: zip_error_code_zip(&error))
    }
    discard self
    return unsafe archive
  }
}

/// An error number of libzip, `ZIP_ER_…`.
struct ZipFailure: Error, Equatable {
  var code: Int32
}
