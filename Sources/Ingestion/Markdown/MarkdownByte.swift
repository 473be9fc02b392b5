/// Bytes that mean something in Markdown.
enum MarkdownByte {
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let tilde = UInt8(ascii: "~")
  static let star = UInt8(ascii: "*")
  static let underscore = UInt8(ascii: "_")
  static let hyphen = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let equals = UInt8(ascii: "=")
  static let hash = UInt8(ascii: "#")
  static let pipe = UInt8(ascii: "|")
  static let colon = UInt8(ascii: ":")
  static let question = UInt8(ascii: "?")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let ampersand = UInt8(ascii: "&")
  static let exclamation = UInt8(ascii: "!")
  static let at = UInt8(ascii: "@")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let openParenthesis = UInt8(ascii: "(")
  static let closeParenthesis = UInt8(ascii: ")")
  static let space: UInt8 = 0x20
  static let lineFeed: UInt8 = 0x0A

  /// Whether a byte is a space, a tab or a line feed.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  /// Whether a byte is an ASCII digit.
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a byte is an ASCII letter.
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a byte is of a word: an ASCII letter or digit, `_`, or not ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isLetter(byte) || isDigit(byte) || byte == underscore
  }

  /// Whether a byte is ASCII punctuation, which a backslash makes plain text.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isLetter(byte) && !isDigit(byte)
  }
}
