/// The character encoding of a page.
enum PageEncoding: String, CaseIterable {
  case utf8 = "UTF-8"
  case utf16Little = "UTF-16LE"
  case utf16Big = "UTF-16BE"
  /// Shift_JIS as Windows extends it, which is what pages mean by it.
  case shiftJIS = "CP932"
  /// EUC-JP with the same extensions.
  case eucJP = "EUC-JP-MS"
  case iso2022JP = "ISO-2022-JP"
  case latin1 = "CP1252"

  /// Whether text in it can be valid UTF-8 and mean something else.
  var resemblesUTF8: Bool { self == .utf16Little || self == .utf16Big || self == .iso2022JP }

  private static let labels: [String: PageEncoding] = [
    "utf-8": .utf8, "utf8": .utf8, "shift_jis": .shiftJIS, "shift-jis": .shiftJIS,
    "sjis": .shiftJIS, "x-sjis": .shiftJIS, "ms_kanji": .shiftJIS, "windows-31j": .shiftJIS,
    "cp932": .shiftJIS, "euc-jp": .eucJP, "x-euc-jp": .eucJP, "eucjp": .eucJP,
    "iso-2022-jp": .iso2022JP, "csiso2022jp": .iso2022JP, "iso-8859-1": .latin1,
    "latin1": .latin1, "windows-1252": .latin1, "us-ascii": .latin1,
  ]

  /// Bytes at the beginning among which a page names its encoding. (The standard
  /// says 1024; saved pages have long comments there.)
  private static let prescanByteCount = 4096

  /// Those to try for bytes that name none and are no UTF-8, the strictest first.
  static let guesses: [PageEncoding] = [.eucJP, .shiftJIS]

  /// The encoding that a mark at the beginning or a `meta` element names, and the
  /// bytes of the mark.
  static func named(in bytes: [UInt8]) -> (encoding: PageEncoding, markByteCount: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16Little, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16Big, 2) }
    var tokenizer = HTMLTokenizer(Array(bytes.prefix(prescanByteCount)))
    while let token = tokenizer.next() {
      guard token == .start(.meta) else { continue }
      if let label = tokenizer.value(.charset), let encoding = encoding(label) {
        return (encoding, 0)
      }
      if tokenizer.value(.httpequiv) != nil, let content = tokenizer.value(.content),
        let equals = content.lastIndex(of: UInt8(ascii: "=")),
        let encoding = encoding(content[(equals + 1)...])
      {
        return (encoding, 0)
      }
    }
    return nil
  }

  private static func encoding(_ label: ArraySlice<UInt8>) -> PageEncoding? {
    let label = String(decoding: label, as: UTF8.self).lowercased()
    return labels[label.filter { $0 != " " && $0 != "\"" && $0 != "'" }]
  }
}
