/// Tells content from syntax, byte by byte, in a separated table.
///
/// With commas, a field that begins with `"` goes on to the next single `"`, and
/// `""` inside it is one quote (RFC 4180); elsewhere a quote is content. With tabs
/// nothing is quoted, as text/tab-separated-values has it.
struct QuoteScanner {
  enum Role {
    case content
    case quote
    case separator
  }

  private let separator: UInt8
  private(set) var isQuoted: Bool
  /// Whether text followed the quote that closed a field: a sign that it opened one
  /// which was not meant, or closed one that had never been closed.
  private(set) var hasTextAfterQuote = false
  private var isAtStart = true
  private var closedByPrevious = false

  init(separator: UInt8, isQuoted: Bool = false) {
    self.separator = separator
    self.isQuoted = isQuoted
  }

  /// The role of the next byte.
  mutating func next(_ byte: UInt8) -> Role {
    let (wasAtStart, wasClosed) = (isAtStart, closedByPrevious)
    isAtStart = false
    closedByPrevious = false
    if byte == UInt8(ascii: "\""), separator != UInt8(ascii: "\t") {
      if isQuoted {
        isQuoted = false
        closedByPrevious = true
        return .quote
      }
      if wasClosed {
        isQuoted = true
        return .content
      }
      if wasAtStart {
        isQuoted = true
        return .quote
      }
    }
    if byte == separator, !isQuoted {
      isAtStart = true
      return .separator
    }
    if wasClosed { hasTextAfterQuote = true }
    return .content
  }
}
