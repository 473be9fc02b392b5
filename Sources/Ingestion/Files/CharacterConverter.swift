internal import Glibc

/// The C library's conversion between encodings.
enum CharacterConverter {
  /// The text as UTF-8, or nil when the bytes are not in the encoding or the
  /// library lacks it.
  ///
  /// A character cut off at the very end becomes U+FFFD.
  static func decoded(_ bytes: [UInt8], from encoding: String) -> EncodingConversion.Decoded? {
    // SAFETY: because the descriptor is checked, used here only and closed.
    guard let converter = unsafe iconv_open("UTF-8", encoding),
      unsafe converter != UnsafeMutableRawPointer(bitPattern: -1)
    else { return nil }
    defer { unsafe _ = iconv_close(converter) }
    var result = EncodingConversion.Decoded(bytes: [])
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    var offset = 0
    while offset < bytes.count {
      let (read, written, code) = unsafe step(converter, bytes, from: offset, into: &chunk)
      result.bytes += chunk[..<written]
      offset += read
      switch code {
      case 0, E2BIG: continue
      case EINVAL:
        result.bytes += [0xEF, 0xBF, 0xBD]
        result.replacementCount += 1
        return result
      default: return nil
      }
    }
    return result
  }

  /// Converts what fits into the chunk; `code` is 0 or the error number.
  private static func step(
    _ converter: iconv_t, _ bytes: [UInt8], from offset: Int, into chunk: inout [UInt8]
  ) -> (read: Int, written: Int, code: Int32) {
    // SAFETY: because both buffers outlive the call and the counts left are within
    // them; iconv does not write to its input, whatever its type says.
    unsafe bytes.withUnsafeBytes { input in
      unsafe chunk.withUnsafeMutableBytes { output in
        let (inputCount, outputCount) = (input.count - offset, output.count)
        var (inputLeft, outputLeft) = (inputCount, outputCount)
        var from = unsafe input.baseAddress.map {
          unsafe UnsafeMutablePointer(mutating: ($0 + offset).assumingMemoryBound(to: CChar.self))
        }
        var to = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
        let status = unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft)
        let code = status == -1 ? errno : 0
        return (inputCount - inputLeft, outputCount - outputLeft, code)
      }
    }
  }
}
