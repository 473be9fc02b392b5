/// Character references: `&amp;`, `&#12354;`, `&#x3042;`.
enum MarkdownEntity {
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "emsp": " ",
    "ensp": " ", "thinsp": " ", "copy": "©", "reg": "®", "trade": "™", "hellip": "…", "mdash": "—",
    "ndash": "–", "middot": "·", "bull": "•", "larr": "←", "rarr": "→", "uarr": "↑", "darr": "↓",
    "harr": "↔", "rArr": "⇒", "times": "×", "yen": "¥", "check": "✓", "laquo": "«", "raquo": "»",
    "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
  ]

  /// Bytes of the longest reference.
  private static let maximumLength = 10

  /// Adds the character of the reference at an index, or the `&` when it is none.
  ///
  /// - Returns: The index after it.
  static func append(_ source: [UInt8], at index: Int, to output: inout [UInt8]) -> Int {
    let reach = source[index..<min(index + maximumLength, source.count)]
    if let end = reach.firstIndex(of: UInt8(ascii: ";")), let text = text(source[index + 1..<end]) {
      output += text.utf8
      return end + 1
    }
    output.append(source[index])
    return index + 1
  }

  private static func text(_ name: ArraySlice<UInt8>) -> String? {
    guard name.first == MarkdownByte.hash else {
      return named[String(decoding: name, as: UTF8.self)]
    }
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    let value =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    // Control characters are no text.
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return String(Character(scalar))
  }
}
