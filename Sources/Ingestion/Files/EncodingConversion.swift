internal import CSimdJSON

/// Text in whatever encoding it was saved, as UTF-8.
///
/// Valid UTF-8 is given back as it is. Then come, each by its own marks: UTF-16 and
/// UTF-32 by a byte order mark, UTF-16 by where its NUL bytes lie, CP932 and EUC-JP
/// by which of them decodes and reads as Japanese, and UTF-8 in which few bytes
/// are wrong.
enum EncodingConversion {
  /// Bytes of a hundred that may be wrong in text that is still taken for UTF-8.
  static let maximumStrayPercent = 1

  /// The text as UTF-8 without a byte order mark.
  ///
  /// A conversion counts as ``ReadingNotes/Kind/convertedEncoding``; each character
  /// that could not be decoded is U+FFFD in the result and counts as
  /// ``ReadingNotes/Kind/replacementCharacters``.
  ///
  /// - Parameters:
  ///   - bytes: A whole text: the beginning decides the encoding.
  ///   - location: Where the bytes begin.
  ///   - notes: Where conversions and losses are counted.
  /// - Returns: Well-formed UTF-8.
  /// - Throws: ``IngestionError`` when the bytes are no text in any of these.
  /// - Complexity: O(*n*); valid UTF-8 is checked at some 10 GB/s and not copied.
  static func utf8(
    from bytes: [UInt8], at location: SourceLocation, notes: inout ReadingNotes
  ) throws(IngestionError) -> [UInt8] {
    if let (encoding, mark) = WideEncoding.marked(bytes) {
      guard let text = encoding.decoded(bytes.dropFirst(mark)) else {
        throw IngestionError(
          at: location, reason: "the text has the byte order mark of \(encoding.name) but is not",
          remedy: "save it as UTF-8")
      }
      return accept(text, &notes)
    }
    let isUTF8 = isUTF8(bytes)
    if let encoding = WideEncoding.unmarked(bytes, isUTF8: isUTF8),
      let text = encoding.decoded(bytes[...])
    {
      return accept(text, &notes)
    }
    guard !isUTF8 else {
      return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
    return try mended(bytes, at: location, notes: &notes)
  }

  /// Whether bytes are well-formed UTF-8.
  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    // SAFETY: because the call reads within the count only.
    unsafe bytes.withUnsafeBufferPointer {
      unsafe csimdjson_is_utf8($0.baseAddress, $0.count) != 0
    }
  }

  /// What a decoder made of a text.
  struct Decoded: Equatable {
    /// UTF-8.
    var bytes: [UInt8]
    /// How many U+FFFD stand for what could not be decoded.
    var replacementCount = 0
  }

  private static func accept(_ text: Decoded, _ notes: inout ReadingNotes) -> [UInt8] {
    notes[.convertedEncoding] += 1
    notes[.replacementCharacters] += text.replacementCount
    return text.bytes
  }

  /// Enough of a text, from its first byte beyond ASCII on, to know its encoding.
  private static func sample(of bytes: [UInt8]) -> [UInt8] {
    let start = bytes.firstIndex { $0 >= 0x80 } ?? bytes.endIndex
    return Array(bytes[start...].prefix(64 * 1024))
  }

  /// Text that is not UTF-8: one of the older encodings, or UTF-8 with damage.
  private static func mended(
    _ bytes: [UInt8], at location: SourceLocation, notes: inout ReadingNotes
  ) throws(IngestionError) -> [UInt8] {
    let isBinary = bytes.prefix(WideEncoding.sampleSize).contains(0)
    let sample = sample(of: bytes)
    let survey = UTF8Damage(sample)
    let japanese = isBinary ? nil : JapaneseEncoding.best(for: sample)
    // In text of an older encoding few bytes make a UTF-8 character.
    if survey.multibyteCount < survey.byteCount, let text = japanese?.decoded(bytes) {
      return accept(text, &notes)
    }
    let damage = UTF8Damage(bytes)
    let first = SourceLocation(
      path: location.path,
      line: (location.line ?? 1) + bytes[..<damage.firstOffset].count(where: { $0 == 0x0A }))
    guard !isBinary else {
      throw IngestionError(
        at: first, reason: "the file is binary, not text",
        remedy: "give its text, for example by 'pdftotext' for a PDF")
    }
    guard damage.byteCount * 100 <= bytes.count * maximumStrayPercent else {
      if let text = japanese?.decoded(bytes) { return accept(text, &notes) }
      throw IngestionError(
        at: first,
        reason: "\(damage.byteCount) of \(bytes.count) bytes are not valid UTF-8, and the text "
          + "reads as neither CP932 nor EUC-JP",
        remedy: "convert it, for example with 'iconv -f ISO-8859-1 -t UTF-8'")
    }
    notes[.replacementCharacters] += damage.sequenceCount
    return damage.repaired(bytes)
  }
}
