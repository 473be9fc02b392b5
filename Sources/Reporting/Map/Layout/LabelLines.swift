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

  /// At most `count` lines of at most `columns` columns; … where the title goes on.
  static func of(_ title: String, columns: Int, count: Int) -> [String] {
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
