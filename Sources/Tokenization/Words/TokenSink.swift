/// What the tokens of a block are put into as they are found.
protocol TokenSink: ~Copyable {
  /// Takes the next token.
  ///
  /// - Parameters:
  ///   - token: The token; ``Token/byteRange`` is empty.
  ///   - text: The block's text.
  mutating func take(_ token: Token, of text: borrowing NormalizedText)
}

extension [Token]: TokenSink {
  @inline(__always)
  mutating func take(_ token: Token, of text: borrowing NormalizedText) {
    var token = token
    if text.hasPlaces {
      token.byteRange =
        Int(
          text.starts[Int(token.unitRange.lowerBound)])..<Int(
          text.ends[Int(token.unitRange.upperBound) - 1])
    }
    append(token)
  }
}
