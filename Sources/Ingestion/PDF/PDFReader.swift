internal import Talks

/// Reads the text of a PDF, one page a slide.
///
/// `pdftotext` of poppler does the work in a process of its own: poppler is under
/// the GPL, and what a hostile file does to it stays outside. Pages without text
/// stay as empty slides, so that numbers are those of the pages.
enum PDFReader {
  /// Pages a deck may have.
  static let maximumPageCount = 10_000

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file. Standard input is not read: poppler needs to seek.
  ///   - location: What errors name.
  ///   - limits: What the child process may use.
  ///   - program: poppler's `pdftotext`, a path or a name in PATH.
  ///   - informant: poppler's `pdfinfo`, likewise.
  /// - Returns: The pages, and the title where it can be believed.
  /// - Throws: ``IngestionError`` when the file cannot be read, is no PDF, is
  ///   encrypted, cut off, damaged, needs more than the limits or has no text, and
  ///   when poppler or its character maps are not installed.
  static func read(
    path: String, location: SourceLocation, limits: ChildLimits = ChildLimits(),
    program: String = "pdftotext", informant: String = "pdfinfo"
  ) throws(IngestionError) -> DeckContent {
    let file = try PDFFile(path: path, location: location)
    let outcome: ChildProcess.Outcome
    // A path can begin with `-`, and poppler reads `fd://0` from a descriptor.
    let safePath = path.hasPrefix("/") ? path : "./" + path
    do throws(ChildProcess.Failure) {
      outcome = try ChildProcess.run(
        program, ["-enc", "UTF-8", "-eol", "unix", safePath, "-"], limits: limits)
    } catch {
      throw PDFDiagnosis.error(error, limits: limits, at: location)
    }
    if let error = PDFDiagnosis.error(outcome, isWhole: file.isWhole, at: location) { throw error }
    let pages = try pages(of: outcome.output, location)
    guard pages.contains(where: { !$0.isEmpty }) else {
      throw IngestionError(
        at: location, reason: "no page has text: \(pages.count) pages of pictures",
        remedy: "give a version with text, for example through OCR")
    }
    var deck = DeckContent(layout: .pdf)
    deck.title = PDFTitle.read(
      path: safePath, firstPage: pages[0], limits: limits, program: informant)
    deck.slides = pages.enumerated().map { Slide(number: $0 + 1, text: $1) }
    return deck
  }

  /// The text of each page; a form feed ends a page.
  private static func pages(
    of output: [UInt8], _ location: SourceLocation
  ) throws(IngestionError) -> [String] {
    let count = output.count { $0 == 0x0C }
    guard count <= maximumPageCount else {
      throw IngestionError(
        at: location, reason: "the PDF has \(count) pages; \(maximumPageCount) at most",
        remedy: "split it in parts")
    }
    let pages = output.split(separator: 0x0C, maxSplits: count, omittingEmptySubsequences: false)
    return pages.prefix(count).map { page in
      let end = page.lastIndex { $0 > 0x20 } ?? page.startIndex - 1
      let start = page.firstIndex { $0 > 0x20 } ?? page.startIndex
      return end < start ? "" : String(decoding: page[start...end], as: UTF8.self)
    }
  }
}
