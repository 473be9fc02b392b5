internal import Talks

/// Reads a whole document, whatever its format and layout.
enum DocumentReader {
  /// The talks of a document, before their text is repaired.
  ///
  /// Formats are told by content; a text's layouts are tried from the most certain to
  /// the least, and any text is a plain transcript at last.
  ///
  /// - Throws: ``IngestionError`` when it cannot be read, or not as the format asked
  ///   for.
  static func read(
    _ bytes: consuming [UInt8], as format: SourceFormat?, at location: SourceLocation
  ) throws(IngestionError) -> [DeckContent] {
    var talks = try converted(consume bytes, as: format, at: location)
    // The repair counts each U+FFFD where it takes it out of a talk; what the
    // conversion counted would come on top.
    for index in talks.indices { talks[index].notes[.replacementCharacters] = 0 }
    return talks
  }

  private static func converted(
    _ bytes: consuming [UInt8], as format: SourceFormat?, at location: SourceLocation
  ) throws(IngestionError) -> [DeckContent] {
    switch format ?? binaryFormat(of: bytes) {
    case .powerPoint:
      return [try PowerPointReader.read(bytes, location: location)]
    case .pdf:
      guard location.path != "-" else {
        throw IngestionError(
          at: location, reason: "a PDF cannot be read from standard input",
          remedy: "give it as a file")
      }
      return [try PDFReader.read(path: location.path, location: location)]
    case .webPage:
      return try WebPageReader.read(bytes, location: location)
    case let format:
      var notes = ReadingNotes()
      let utf8 = try EncodingConversion.utf8(from: bytes, at: location, notes: &notes)
      var talks = try text(DocumentText(utf8, at: location), as: format, at: location)
      if !talks.isEmpty { talks[0].notes.add(notes) }
      return talks
    }
  }

  /// The format of bytes that are no plain text, by their first signature.
  private static func binaryFormat(of bytes: [UInt8]) -> SourceFormat? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      return .powerPoint
    }
    let beginning = bytes.prefix(1024)
    if ByteSearch.contains(pdfSignature, in: beginning) { return .pdf }
    let start = beginning.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    // Letters differ from their capitals in this bit, and the other bytes have it.
    return pageTags.contains { tag in
      start.count >= tag.count && zip(start, tag).allSatisfy { $0 | 0x20 == $1 }
    } ? .webPage : nil
  }

  private static let pdfSignature = Array("%PDF-".utf8)
  // No comment: a Markdown deck may begin with one too.
  private static let pageTags = ["<!doctype html", "<html", "<head", "<body"].map {
    Array($0.utf8)
  }

  private static func text(
    _ text: DocumentText, as format: SourceFormat?, at location: SourceLocation
  ) throws(IngestionError) -> [DeckContent] {
    let talks: [DeckContent]? =
      switch format {
      case .player: PlayerDeck.read(text)
      case .speakerDeck: SpeakerDeckPage.read(text)
      case .googleSlides: GoogleSlides.read(text)
      case .fortee: ForteePage.read(text)
      case .cloudNativeDays: CloudNativeDaysProposal.read(text)
      case .slideShare: SlideShare.read(text)
      case .markdown: [MarkdownDeck.read(text)]
      case .transcript: [Transcript.read(text)]
      default:
        PlayerDeck.read(text) ?? SpeakerDeckPage.read(text) ?? GoogleSlides.read(text)
          ?? ForteePage.read(text) ?? CloudNativeDaysProposal.read(text)
          ?? MarkdownDeck.read(ifRecognized: text).map { [$0] } ?? SlideShare.read(text)
          ?? [Transcript.read(text)]
      }
    guard let talks else {
      throw IngestionError(
        at: location, reason: "the text is not laid out as '\(format?.rawValue ?? "")' says",
        remedy: "leave out '--input-format', or name another format")
    }
    return talks
  }
}
