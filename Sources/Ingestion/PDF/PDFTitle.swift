/// The title in a PDF's own information, where it can be believed.
///
/// Most such titles are names of files or of templates. One is believed when the first
/// page says the same, perhaps over several lines, or says nothing at all.
enum PDFTitle {
  private static let label = "Title:"
  private static let maximumLength = 200
  private static let endings = [
    ".pptx", ".ppt", ".pdf", ".key", ".odp", ".docx", ".doc", ".indd", ".ai", ".md", ".html",
    ".graffle", ".tex", ".dvi",
  ]

  /// Reads the title.
  ///
  /// - Parameters:
  ///   - path: The PDF, as its program is to be given it.
  ///   - firstPage: The text of the first page.
  ///   - limits: What the child process may use.
  ///   - program: poppler's `pdfinfo`; without it there is no title.
  /// - Returns: The title, or nil when there is none to be believed.
  static func read(
    path: String, firstPage: String, limits: ChildLimits, program: String
  ) -> String? {
    guard let outcome = try? ChildProcess.run(program, ["-enc", "UTF-8", path], limits: limits),
      outcome.status == 0
    else { return nil }
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
    guard let line = lines.first(where: { $0.hasPrefix(label) }) else { return nil }
    let title = line.dropFirst(label.count).trimmed
    guard isTitle(title) else { return nil }
    let page = solid(firstPage)
    return page.isEmpty || page.contains(solid(title)) ? String(title) : nil
  }

  private static func isTitle(_ title: Substring) -> Bool {
    let lowered = title.lowercased()
    return !title.isEmpty && title.count <= maximumLength
      && !CoreProperties.defaultTitles.contains(String(title))
      && !lowered.hasPrefix("microsoft powerpoint - ") && !lowered.hasPrefix("microsoft word - ")
      && !endings.contains(where: lowered.hasSuffix)
  }

  /// A text without its spaces and line ends, which differ between page and title.
  private static func solid(_ text: some StringProtocol) -> String {
    text.lowercased().filter { !$0.isWhitespace }
  }
}
