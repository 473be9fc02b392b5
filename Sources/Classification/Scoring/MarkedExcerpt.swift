/// A stretch of text with what stands before and after it on its line.
public struct MarkedExcerpt: Sendable, Equatable {
  /// What stands before, beginning with … where it was cut.
  public var before: String
  /// The stretch itself.
  public var marked: String
  /// What stands after, ending with … where it was cut.
  public var after: String

  /// All of it, without the mark.
  public var text: String { before + marked + after }

  /// The stretch `range` of a text, in UTF-8 offsets, and up to `reach` characters of its
  /// line on either side.
  ///
  /// An offset outside the text is moved into it.
  public init(_ range: Range<Int>, in text: String, reach: Int) {
    let utf8 = text.utf8
    let start =
      utf8.index(utf8.startIndex, offsetBy: range.lowerBound, limitedBy: utf8.endIndex)
      ?? utf8.endIndex
    let end =
      utf8.index(utf8.startIndex, offsetBy: range.upperBound, limitedBy: utf8.endIndex)
      ?? utf8.endIndex
    let head = text[..<start].reversed().prefix(reach + 1).prefix { !$0.isNewline }
    let tail = text[end...].prefix(reach + 1).prefix { !$0.isNewline }
    before =
      (head.count > reach ? "…" : "") + String(head.prefix(reach).reversed())
    marked = String(text[start..<end])
    after = String(tail.prefix(reach)) + (tail.count > reach ? "…" : "")
  }
}
