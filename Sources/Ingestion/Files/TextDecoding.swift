/// From bytes to text.
enum TextDecoding {
  /// The text of UTF-8 bytes, without a byte order mark, lines ended by line feeds
  /// and control characters taken out.
  ///
  /// `location` is where the bytes begin: its line is the line of the first byte.
  ///
  /// - Throws: ``IngestionError`` naming the line of the first byte that is not
  ///   UTF-8, with the likely encoding as remedy.
  static func text(
    of bytes: [UInt8], keepsFormFeeds: Bool = false, at location: SourceLocation,
    notes: inout ReadingNotes
  ) throws(IngestionError) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: body, as: UTF8.self) else {
      throw notUTF8(body, location)
    }
    return cleaned(text, keepsFormFeeds: keepsFormFeeds, &notes)
  }

  /// Checks that bytes are UTF-8.
  ///
  /// - Throws: ``IngestionError`` as ``text(of:keepsFormFeeds:at:notes:)`` does.
  static func validate(_ bytes: [UInt8], at location: SourceLocation) throws(IngestionError) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    throw notUTF8(bytes, location)
  }

  private static func notUTF8(_ bytes: [UInt8], _ location: SourceLocation) -> IngestionError {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return IngestionError(
        at: location, reason: "the text is UTF-16, not UTF-8",
        remedy: "convert it with 'iconv -f UTF-16 -t UTF-8'")
    }
    let offset = firstInvalidOffset(bytes)
    let line = (location.line ?? 1) + bytes[..<offset].count(where: { $0 == 0x0A })
    let place = SourceLocation(path: location.path, line: line)
    if bytes.prefix(4096).contains(0) {
      return IngestionError(
        at: place, reason: "the file is binary, not text",
        remedy: "give its text, for example by 'pdftotext' for a PDF")
    }
    return IngestionError(
      at: place, reason: "byte \(offset) is not valid UTF-8",
      remedy: "convert the text, for example with 'iconv -f CP932 -t UTF-8'")
  }

  /// Where the first ill-formed sequence begins.
  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return min(offset, bytes.count)
      }
    }
  }

  /// A text with line feeds for all line ends, the vertical tab of PowerPoint among
  /// them, and without control characters; form feeds, which end pages, stay if
  /// asked for and are line ends otherwise.
  static func cleaned(
    _ text: String, keepsFormFeeds: Bool = false, _ notes: inout ReadingNotes
  ) -> String {
    // U+0080 to U+009F begin with the byte C2, as some ordinary characters do.
    guard
      text.utf8.contains(where: {
        $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2
      })
    else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = "\0"
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: if previous != "\r" { result.append(scalar) }
      case 0x0B, 0x0D, 0x85: result.append("\n")
      case 0x0C: result.append(keepsFormFeeds ? scalar : "\n")
      case 0x09: result.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: notes[.controlCharacters] += 1
      default: result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }
}
