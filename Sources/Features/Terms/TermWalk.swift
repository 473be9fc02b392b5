package import Tokenization

/// The one place that says which terms a block of tokens has.
///
/// Counting for training, scoring and explaining all walk this way, so they
/// cannot disagree.
package enum TermWalk {
  /// Calls `body` with every term in the order of the text; `tokens` are the
  /// positions of the term's first and last token in the block.
  @inline(__always)
  package static func forEachTerm(
    in block: borrowing TokenBlock, usesPairs: Bool,
    _ body: (_ hash: UInt64, _ kind: Term.Kind, _ tokens: ClosedRange<Int>) -> Void
  ) {
    var previous: UInt64 = 0
    for index in block.tokens.indices {
      let token = block.tokens[index]
      body(token.hash, token.kind == .keyword ? .keyword : .word, index...index)
      if usesPairs, token.followsPrevious, index > 0 {
        body(TermHash.pair(previous, token.hash), .pair, (index - 1)...index)
      }
      previous = token.hash
    }
  }

  /// The normalized text of a term found by the walk.
  package static func text(
    of tokens: ClosedRange<Int>, in block: borrowing TokenBlock
  ) -> String {
    let last = block.text(of: block.tokens[tokens.upperBound])
    if tokens.count == 1 { return last }
    return block.text(of: block.tokens[tokens.lowerBound]) + " " + last
  }
}
