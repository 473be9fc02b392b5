/// The title among the lines of a Speaker Deck page's header.
struct SpeakerDeckTitle {
  /// The lines, trimmed, without the site's own.
  var head: [Range<Int>]
  /// The author's name, where it is known.
  var author: Range<Int>?
  var text: DocumentText

  private static let cutMarks: [StaticString] = ["...", "…"]
  private static let siteEndings: [StaticString] = [" - Speaker Deck", " | Speaker Deck"]

  /// The title: what stands above a date and again below it; else what stands there
  /// only once.
  func title(above date: Int?) -> String? {
    if let repeated = repeated(before: date ?? head.count) { return repeated }
    guard let date else { return head.first.map(alone) }
    return (head[..<date].last { !isAuthor($0) } ?? head[..<date].last).map(alone)
  }

  /// The first line above `end` that occurs again below it, with the lines that
  /// follow it in both places: titles may have line ends.
  private func repeated(before end: Int) -> String? {
    // The author stands above the date, by whatever name.
    let dates = head.map { SpeakerDeckDate.isDate($0, in: text) }
    func isOther(_ index: Int) -> Bool {
      isAuthor(head[index]) || dates[index]
        || index > 0 && index + 1 < head.count && dates[index + 1]
    }
    for first in 0..<end where !isOther(first) {
      let stem = cutStem(of: head[first])
      for second in first + 1..<max(first + 1, head.count) {
        if let stem, hasPrefix(head[second], stem) { return text.string(head[second]) }
        guard text.equals(head[second], head[first]) else { continue }
        var count = 1
        while first + count < second, second + count < head.count,
          text.equals(head[first + count], head[second + count]), !isOther(first + count)
        {
          count += 1
        }
        return head[first..<(first + count)].map { text.string($0) }.joined(separator: " ")
      }
    }
    return nil
  }

  /// A title that stands only once: without the mark of a cut, and without the
  /// site's name, which the titles of windows end in.
  private func alone(_ line: Range<Int>) -> String {
    let line = cutStem(of: line) ?? line
    for ending in Self.siteEndings where text.hasSuffix(line, ending) {
      return text.string(text.trimmed(line.dropLast(ending.utf8CodeUnitCount)))
    }
    return text.string(line)
  }

  private func cutStem(of title: Range<Int>) -> Range<Int>? {
    for mark in Self.cutMarks where text.hasSuffix(title, mark) && !text.equals(title, mark) {
      return text.trimmed(title.dropLast(mark.utf8CodeUnitCount))
    }
    return nil
  }

  private func isAuthor(_ line: Range<Int>) -> Bool {
    guard let author else { return false }
    return text.equals(line, author)
  }

  private func hasPrefix(_ line: Range<Int>, _ stem: Range<Int>) -> Bool {
    line.count >= stem.count && text.equals(line.prefix(stem.count), stem)
  }
}
