internal import Glibc

/// Turns bytes of another encoding into UTF-8, by the system's iconv.
enum EncodingConverter {
  /// Converts bytes; what is no character of the encoding becomes U+FFFD.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - encoding: What it is in.
  ///   - limit: Bytes that may be wrong; beyond it the encoding is another.
  /// - Returns: UTF-8 and the count of wrong bytes, or nil when there are more than
  ///   `limit` or the system does not know the encoding.
  static func utf8(
    _ bytes: ArraySlice<UInt8>, from encoding: PageEncoding, limit: Int
  ) -> (bytes: [UInt8], wrongCount: Int)? {
    let converter = unsafe iconv_open("UTF-8", encoding.rawValue)
    // iconv_open fails with (iconv_t)-1.
    guard let converter = unsafe converter, Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { unsafe _ = iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    var wrongCount = 0
    // SAFETY: because both buffers outlive the calls, and iconv moves each pointer
    // by no more than the count beside it.
    let isConverted = unsafe bytes.withUnsafeBytes { source in
      unsafe chunk.withUnsafeMutableBytes { target in
        var input = unsafe UnsafeMutablePointer(
          mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self))
        var inputCount = source.count
        while inputCount > 0 {
          var output = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var outputCount = target.count
          let status = unsafe iconv(converter, &input, &inputCount, &output, &outputCount)
          let failure = errno
          unsafe result += target[..<(target.count - outputCount)]
          if status == -1, failure != E2BIG {
            wrongCount += 1
            guard wrongCount <= limit, let position = unsafe input else { return false }
            result += UTF8.encodedReplacementCharacter
            unsafe input = position + 1
            inputCount -= 1
          }
        }
        return true
      }
    }
    return isConverted ? (result, wrongCount) : nil
  }
}
