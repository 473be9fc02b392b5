package import Tokenization

/// The one place that says which terms a block of tokens has.
///
/// Counting for training and explaining walk this way; scoring has
/// ``Tokenizer/addTermNames(of:from:usesPairs:scratch:)`` and ``FragmentTable``, which name
/// the same terms without tokens and are compared with this in the tests.
package enum TermWalk {
  /// Where a term stands: its tokens, and of a fragment its units among them.
  package enum Place {
    /// The positions of the first and the last token in the block.
    case tokens(ClosedRange<Int>)
    /// UTF-16 units of the block's normalized text.
    case units(Range<Int>)
  }

  /// Calls `body` with every word, keyword and pair in the order of the text, then
  /// with every fragment.
  @inline(__always)
  package static func forEachTerm(
    in block: borrowing TokenBlock, settings: FeatureSettings,
    _ body: (_ hash: UInt64, _ kind: Term.Kind, _ place: Place) -> Void
  ) {
    var previous: UInt64 = 0
    for index in block.tokens.indices {
      let token = block.tokens[index]
      body(token.hash, token.kind == .keyword ? .keyword : .word, .tokens(index...index))
      if settings.usesPairs, token.followsPrevious, index > 0 {
        body(TermHash.pair(previous, token.hash), .pair, .tokens((index - 1)...index))
      }
      previous = token.hash
    }
    guard settings.usesFragments else { return }
    let units = block.units
    Fragments.forEach(in: units.span) { hash, range in body(hash, .fragment, .units(range)) }
  }

  /// A second name of a term found by the walk, cheaper than its text: two terms of
  /// one hash differ in it, as far as can be told.
  @inline(__always)
  package static func check(
    of place: Place, kind: Term.Kind, in block: borrowing TokenBlock
  ) -> UInt64 {
    // No two fragments share a hash; other terms are told by another kind.
    guard case .tokens(let tokens) = place else { return UInt64(kind.rawValue) }
    let last = block.tokens[tokens.upperBound]
    if tokens.count > 1 {
      let first = block.tokens[tokens.lowerBound].hash
      return (first &* 0x9E37_79B9_7F4A_7C15) ^ last.hash
    }
    // All spellings of an entry are one term, whatever stands in the text.
    if kind == .keyword { return UInt64(kind.rawValue) }
    return block.check(of: last)
  }

  /// The normalized text of a term found by the walk.
  package static func text(of place: Place, in block: borrowing TokenBlock) -> String {
    switch place {
    case .units(let units):
      return Fragments.text(of: Array(block.units[units]))
    case .tokens(let tokens):
      let last = block.text(of: block.tokens[tokens.upperBound])
      if tokens.count == 1 { return last }
      return block.text(of: block.tokens[tokens.lowerBound]) + " " + last
    }
  }

  /// The bytes of the original text that a term covers.
  package static func byteRange(of place: Place, in block: borrowing TokenBlock) -> Range<Int> {
    switch place {
    case .units(let units):
      block.byteRange(ofUnits: units)
    case .tokens(let tokens):
      block.tokens[tokens.lowerBound].byteRange
        .lowerBound..<block.tokens[tokens.upperBound]
        .byteRange.upperBound
    }
  }
}
