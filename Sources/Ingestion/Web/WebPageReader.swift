internal import Talks

/// Reads a saved web page.
///
/// Where it has a transcript of slides (Speaker Deck, SlideShare) or marks before
/// each slide (Google Slides' plain view, Speaker Deck's player), the slides are
/// those; on any other page each heading of level 1 to 3 begins one.
enum WebPageReader {
  /// Bytes a page may have.
  static let maximumByteCount = 64 << 20
  /// Slides a page may have.
  static let maximumSlideCount = 10_000

  /// Reads a page.
  ///
  /// - Returns: The talks of the page; one at present.
  /// - Throws: ``IngestionError`` when the page is too large or too deep, is in no
  ///   known encoding, or has neither text nor a title.
  static func read(
    _ bytes: [UInt8], location: SourceLocation
  ) throws(IngestionError) -> [DeckContent] {
    guard bytes.count <= maximumByteCount else {
      throw tooLarge("the page has \(bytes.count) bytes; \(maximumByteCount) at most", location)
    }
    var notes = ReadingNotes()
    var scanner = PageScanner(try PageDecoding.utf8(bytes, at: location, notes: &notes))
    do throws(PageScanner.Refusal) {
      try scanner.scan()
    } catch .tooDeep {
      throw tooLarge(
        "the page nests elements more than \(PageScanner.maximumDepth) deep", location)
    } catch {
      throw tooLarge(
        "the page has more than \(PageScanner.maximumLineCount) lines or "
          + "\(PageScanner.maximumTextByteCount) bytes of text", location)
    }
    notes[.controlCharacters] += scanner.lines.controlCount
    notes[.boilerplateLines] += scanner.leftOutCount
    let deck = PageDeck(scanner, notes).deck
    guard deck.slides.count <= maximumSlideCount else {
      throw tooLarge(
        "the page has \(deck.slides.count) slides; \(maximumSlideCount) at most", location)
    }
    guard deck.title != nil || deck.slides.contains(where: { !$0.text.isEmpty }) else {
      throw IngestionError(
        at: location, reason: "the page has no text",
        remedy: "save it from a browser after it has loaded")
    }
    return [deck]
  }

  private static func tooLarge(_ reason: String, _ location: SourceLocation) -> IngestionError {
    IngestionError(at: location, reason: reason, remedy: "save the page again, or as text")
  }
}
