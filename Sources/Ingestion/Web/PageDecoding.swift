/// From the bytes of a page to UTF-8.
enum PageDecoding {
  /// The page in UTF-8, without a byte order mark.
  ///
  /// The encoding is what the page names; where that does not fit, or it names
  /// none, UTF-8, EUC-JP and Shift_JIS are tried, and it must fit one wholly.
  ///
  /// - Throws: ``IngestionError`` when no encoding fits.
  static func utf8(
    _ bytes: [UInt8], at location: SourceLocation, notes: inout ReadingNotes
  ) throws(IngestionError) -> [UInt8] {
    let named = PageEncoding.named(in: bytes)
    let body = bytes.dropFirst(named?.markByteCount ?? 0)
    // A page saved as UTF-8 may still name what it was in before.
    if named?.encoding.resemblesUTF8 != true {
      let page = body.count == bytes.count ? bytes : Array(body)
      if EncodingConversion.isUTF8(page) { return page }
    }
    if let encoding = named?.encoding, encoding != .utf8,
      let converted = EncodingConverter.utf8(body, from: encoding, limit: tolerance(body.count))
    {
      notes[.convertedEncoding] += 1
      notes[.replacementCharacters] += converted.wrongCount
      return converted.bytes
    }
    for encoding in PageEncoding.guesses {
      if let converted = EncodingConverter.utf8(body, from: encoding, limit: 0) {
        notes[.convertedEncoding] += 1
        return converted.bytes
      }
    }
    if named?.encoding == .utf8, let repaired = repaired(body) {
      notes[.replacementCharacters] += repaired.wrongCount
      return repaired.bytes
    }
    throw IngestionError(
      at: location, reason: "the page's characters are in no known encoding",
      remedy: "save it again as UTF-8, or convert it with 'iconv'")
  }

  /// Wrong bytes that are put up with: one in a hundred.
  private static func tolerance(_ byteCount: Int) -> Int { 8 + byteCount / 100 }

  private static func repaired(_ body: ArraySlice<UInt8>) -> (bytes: [UInt8], wrongCount: Int)? {
    let text = String(decoding: body, as: UTF8.self)
    let wrongCount = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    return wrongCount <= tolerance(body.count) ? (Array(text.utf8), wrongCount) : nil
  }
}
