/// A title cut into the lines of a label.
enum LabelLines {
  /// Characters that must not begin a line in Japanese.
  private static let notFirst: Set<Character> = [
    "、", "。", ",", ".", "・", ":", ";", "?", "!", "?", "!", ")", ")", "]", "」", "』", "】", "〉", "》",
    "ー", "〜", "～", "…", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ",
    "ッ", "ャ", "ュ", "ョ",
  ]

  /// Characters that must not end one.
  private static let notLast: Set<Character> = ["「", "『", "【", "〈", "《", "(", "（", "[", "〜", "～"]

  /// Characters after which a line ends well: particles, punctuation, closing marks.
  private static let goodLast: Set<Character> = [
    "を", "に", "で", "は", "が", "の", "と", "も", "へ", "、", "。", "」", "』", "】", "）", ")", ":", "：",
  ]

  /// At most `count` lines of at most `columns` columns; … where the title goes on.
  static func of(_ title: String, columns: Int, count: Int) -> [String] {
    let lines = cut(title, columns: columns, count: count)
    let widths = lines.map { DisplayWidth.of($0) }
    guard lines.count > 1, let first = widths.first, let last = widths.last, 3 * last < first,
      lines.last?.hasSuffix("…") == false
    else { return lines }
    // Two characters on a line of their own look lost: narrower lines, if possible
    // ending where the phrase does.
    let narrower = (first / 2..<first).lazy.map { cut(title, columns: $0, count: count) }.filter {
      $0.count == lines.count && $0.last?.hasSuffix("…") == false
        && !$0.contains { $0.hasPrefix("-") }
    }
    return narrower.first { $0[0].last.map(goodLast.contains) ?? false } ?? narrower.first ?? lines
  }

  private static func cut(_ title: String, columns: Int, count: Int) -> [String] {
    var rest = Substring(title.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    var lines: [String] = []
    while !rest.isEmpty, lines.count < count {
      if DisplayWidth.of(rest) <= columns {
        lines.append(String(rest))
        break
      }
      if lines.count == count - 1 {
        lines.append(DisplayWidth.truncated(String(rest), to: columns))
        break
      }
      let end = breaking(rest, columns)
      lines.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }

  /// Where a line that is too long is broken: at the last space of its second half, or
  /// within Japanese, but before no closing mark.
  private static func breaking(_ text: Substring, _ columns: Int) -> Substring.Index {
    var width = 0
    var end = text.startIndex
    while end < text.endIndex {
      width += DisplayWidth.of(text[end])
      if width > columns { break }
      end = text.index(after: end)
    }
    // A character wider than the line still makes a line.
    if end == text.startIndex { return text.index(after: end) }
    let half = text.index(
      text.startIndex, offsetBy: text.distance(from: text.startIndex, to: end) / 2)
    let splitsWord = isWord(text[text.index(before: end)]) && isWord(text[end])
    if splitsWord, let space = text[half..<end].lastIndex(where: { !isWord($0) }) {
      return text.index(after: space)
    }
    var start = end
    while start > half,
      notFirst.contains(text[start]) || notLast.contains(text[text.index(before: start)])
    {
      start = text.index(before: start)
    }
    return start > half ? start : end
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
