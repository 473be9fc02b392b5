/// The surroundings of a stretch of text, short enough for one line.
enum Excerpt {
  /// Characters shown before and after at most.
  static let reach = 16

  /// The line around `range` (UTF-8 offsets), cut to `reach` characters either
  /// side with … where something was left out.
  static func around(_ range: Range<Int>, in text: String) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    let before = text[..<start].reversed().prefix(reach + 1).prefix { !$0.isNewline }
    let after = text[end...].prefix(reach + 1).prefix { !$0.isNewline }
    let head = String(before.prefix(reach).reversed())
    let tail = String(after.prefix(reach))
    return (before.count > reach ? "…" : "") + head + text[start..<end]
      + tail + (after.count > reach ? "…" : "")
  }
}
