internal import CDigest

/// SHA-256 of bytes, by the system's libmd.
package struct SHA256: ~Copyable {
  private var context = SHA2_CTX()

  /// Begins a digest.
  package init() { unsafe SHA256Init(&context) }

  /// Adds bytes.
  package mutating func update(_ bytes: [UInt8]) {
    // SAFETY: because the array outlives the call, which only reads it.
    unsafe bytes.withUnsafeBufferPointer { unsafe SHA256Update(&context, $0.baseAddress, $0.count) }
  }

  /// Adds text and a zero byte, so that neighbouring fields cannot merge.
  package mutating func update(field text: String) { update(Array(text.utf8) + [0]) }

  /// Ends the digest and gives its 32 bytes.
  package consuming func digest() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    // SAFETY: because a SHA-256 digest is 32 bytes long.
    unsafe digest.withUnsafeMutableBufferPointer { unsafe SHA256Final($0.baseAddress, &context) }
    return digest
  }

  /// Ends the digest and writes it as 64 hexadecimal digits.
  package consuming func hexDigest() -> String {
    let digest = digest()
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of one array.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexDigest()
  }

  /// The digest of one array as 32 bytes.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }
}
