internal import Classification

/// The rule by which a browser runs what we wrote into a page and nothing else.
///
/// Scripts and styles are named by their SHA-256; nothing may be fetched, no frame
/// opened, no form sent. Whatever a title smuggled in would not run.
struct ContentSecurityPolicy {
  let scripts: [String]
  let styles: [String]

  var text: String {
    [
      "default-src 'none'", "script-src \(hashes(scripts))", "style-src \(hashes(styles))",
      "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
  }

  private func hashes(_ texts: [String]) -> String {
    texts.isEmpty
      ? "'none'"
      : texts.map { "'sha256-\(Self.base64(SHA256.digest(of: Array($0.utf8))))'" }
        .joined(separator: " ")
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(0) {
        $0 << 8 | Int(start + $1 < bytes.count ? bytes[start + $1] : 0)
      }
      for position in 0..<4 {
        result.append(
          position <= group.count ? alphabet[bits >> (18 - 6 * position) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
