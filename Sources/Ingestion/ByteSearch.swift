internal import Glibc

/// Looks for bytes and copies them without an array's slice, which costs more than a
/// short line does.
enum ByteSearch {
  /// Where a byte first stands in a range.
  @inline(__always)
  static func firstOffset(
    of byte: UInt8, in range: Range<Int>, of bytes: Span<UInt8>
  ) -> Int? {
    // SAFETY: because extracting checks the range, memchr reads within what it gives,
    // and what it returns is a pointer into it.
    unsafe bytes.extracting(range).withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base, Int32(byte), buffer.count)
      else { return nil }
      return unsafe range.lowerBound + (found - UnsafeMutableRawPointer(mutating: base))
    }
  }

  /// Whether a short text of some bytes has a word in it.
  static func contains(_ word: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { bytes[$0] == word.first && bytes[$0...].starts(with: word) }
  }
}

extension [UInt8] {
  /// Appends a range of other bytes.
  @inline(__always)
  mutating func append(_ range: Range<Int>, of other: Span<UInt8>) {
    // SAFETY: because extracting checks the range, and the buffer is only read in the
    // closure.
    unsafe other.extracting(range).withUnsafeBufferPointer {
      unsafe append(contentsOf: $0)
    }
  }
}

extension String {
  /// The text of bytes as `String(decoding:as:)` gives it, several times as fast where
  /// they are UTF-8.
  init(bytes: [UInt8]) {
    guard EncodingConversion.isUTF8(bytes) else {
      self = String(decoding: bytes, as: UTF8.self)
      return
    }
    // SAFETY: because the bytes were found to be well-formed UTF-8.
    self = unsafe String(copying: UTF8Span(unchecked: bytes.span))
  }
}
